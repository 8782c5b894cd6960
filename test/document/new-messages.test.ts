/** docutils reports nothing about rendered documents; text that it would report is refused, with its place. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { profileOf } from '../../src/document/builtin.ts'
import { readDocument, readGoal, renderGoal } from '../../src/document/index.ts'
import { assertNoNewMessages } from '../../src/document/new-messages.ts'
import { writeParts } from '../../src/document/render.ts'
import { type Goal, parseModel, UnwritableGoalError } from '../../src/goal/index.ts'
import { askDocutils, governanceNames, isCrash, whyNoDocutils } from '../conformance/oracle.ts'
import { goalsFrom } from '../goal/from-schema.ts'
import { soundGoals } from './sound-goals.ts'
import { textsFrom } from './texts.ts'

function refused(goal: Goal, known?: { roles: string[] }): UnwritableGoalError['values'] {
  try {
    renderGoal(goal, known ? { known } : {})
  } catch (error) {
    if (error instanceof UnwritableGoalError) return error.values
    throw error
  }
  return []
}

describe('renderGoal', () => {
  it('refuses prose that docutils would report, with its place', () => {
    const { goal } = parseModel(
      'title: Mars\ncriteria:\n  - items:\n      - |\n        The dome is open.\n        The *roof is shut.\n',
    )
    expect(refused(goal!)).toEqual([
      {
        path: ['criteria', 0, 'items', 0],
        message: 'docutils would say: Inline emphasis start-string without end-string',
        place: { line: 6, column: 13, endLine: 6, endColumn: 14, offset: 81, endOffset: 82 },
      },
    ])
  })

  it('refuses text that is wrong only inside its section', () => {
    const body = 'Why\n~~~\n\nIt turns.\n\nHow\n---\n\nSlowly.'
    const goal: Goal = { title: 'Mars', sections: [{ title: 'Night', body }], teams: [{ name: 'venus' }] }
    expect(refused(goal)).toEqual([
      { path: ['teams'], message: 'docutils would say: Inconsistent title style: skip from level 2 to 4' },
    ])
  })

  it('knows the roles of the project', () => {
    const goal: Goal = { title: 'Mars', summary: 'See :orbit:`mars` and :repo:`planets/mars`.' }
    expect(refused(goal)).toHaveLength(1)
    expect(refused(goal, { roles: ['orbit'] })).toEqual([])
  })

  it('renders a goal that was read from a document with errors', () => {
    const source = '====\nMars\n====\n\nThe *roof is shut.\n'
    expect(renderGoal(readGoal(source, {}).goal)).toBe(source)
  })
})

describe('any goal that the schema allows', () => {
  const missing = whyNoDocutils()
  it.skipIf(missing !== undefined)(
    `gives a document without messages of docutils, or is refused${missing ? ` (skipped: ${missing})` : ''}`,
    () => {
      // Another law is that the document contains the whole goal. Here only the messages of docutils count, for every text.
      const samples = [...fc.sample(goalsFrom(textsFrom), 200), ...fc.sample(soundGoals, 200)].flatMap((goal) => {
        try {
          const profile = profileOf(goal)
          const { text, parts } = writeParts(goal, profile)
          assertNoNewMessages(goal, readDocument(text, { profile }), parts, undefined)
          return [{ name: JSON.stringify(goal), source: text }]
        } catch (error) {
          if (error instanceof UnwritableGoalError) return []
          throw error
        }
      })
      expect(samples.length).toBeGreaterThan(20)
      const said = askDocutils('verdict', samples, { known: governanceNames }).flatMap((answer, at) => {
        const messages = isCrash(answer) ? [answer] : answer.filter(([, level]) => level >= 2)
        return messages.length > 0 ? [{ ...samples[at], messages }] : []
      })
      expect(said).toEqual([])
    },
    120_000,
  )
})
