import { describe, expect, it } from 'vitest'
import {
  builtinProfile,
  compareGoals,
  describeDifference,
  readGoal,
  renderGoal,
  UnwritableGoalError,
  updateDocument,
} from '../../src/document/index.ts'
import { type Goal, parseModel, positionsOf } from '../../src/goal/index.ts'
import { writings } from './writable.ts'

/** The paths that are refused, as people write them. */
function refused(act: () => string): string[] {
  try {
    return [`written: ${act()}`]
  } catch (error) {
    if (!(error instanceof UnwritableGoalError)) throw error
    return error.paths.map((path) => path.join('.'))
  }
}

describe('writing is checked', () => {
  it.each(['sound', 'odd'] as const)(
    'reads every goal of %s texts back, or refuses it',
    (of) => expect(writings(150, of).broken).toEqual([]),
    120_000,
  )

  it('writes the goals that make sense', () => {
    const { goals, refused } = writings(200, 'sound', 1)
    expect(refused / goals).toBeLessThan(0.7)
  }, 120_000)

  it('refuses every key that the profile has no section for', () => {
    const goal: Goal = {
      title: 'Comets',
      description: 'They have tails.',
      design: 'Look at night.',
      checklist: [{ question: 'Is it dark?', status: 'YES' }],
    }
    expect(refused(() => renderGoal(goal))).toEqual(['description', 'design', 'checklist'])
    expect(refused(() => renderGoal({ ...goal, profile: 'checklist' }))[0]).toMatch(/^written: /)
  })

  it.each([
    ['checklist', 'description'],
    ['checklist', 'design'],
    ['champion', 'references'],
    ['team-artifacts', 'summary'],
  ])('refuses a Markdown heading where it would begin a section: %s, %s', (profile, key) => {
    const goal: Goal = { title: 'Comets', profile, [key]: { markdown: 'Long.\n\n# Tails\n\nThey shine.' } }
    const message = 'A heading here would start a new section of the document; use `sections` for it'
    expect(() => renderGoal(goal)).toThrow(expect.objectContaining({ values: [{ path: [key, 'markdown'], message }] }))
  })

  it.each<[string, Goal, string[]]>([
    ['an introduction of no teams', { title: 'Comets', teamsIntro: 'Answer here.' }, ['teamsIntro']],
    [
      'a topic that its wording has no place for',
      { title: 'Comets', gerrit: { topic: 'tails', text: 'One for all.' } },
      ['gerrit.topic'],
    ],
    ['a hole that nothing fills', { title: 'Comets', gerrit: { text: 'Use {{topic}}.' } }, ['gerrit.text']],
    ['a note that is a status', { title: 'Comets', teams: [{ name: 'Halley', note: 'Status: done' }] }, ['teams.0.note']],
    ['Markdown that RST has no form for', { title: 'Comets', summary: { markdown: 'A ~~short~~ tail.' } }, ['summary.markdown']],
  ])('refuses %s', (_, goal, paths) => expect(refused(() => renderGoal(goal))).toEqual(paths))

  it('knows the places of what it refuses', () => {
    const { goal } = parseModel('title: Comets\ndesign: Look.\ndescription: Tails.\n')
    expect(goal && positionsOf(goal)).toBeDefined()
    try {
      renderGoal(goal as Goal)
      expect.unreachable()
    } catch (error) {
      const { values } = error as UnwritableGoalError
      expect(values.map(({ place, path }) => [...path, place?.line, place?.column])).toEqual([
        ['description', 3, 14],
        ['design', 2, 9],
      ])
    }
  })

  it('keeps a section that another profile has no key for', () => {
    const old = renderGoal({ profile: 'checklist', title: 'Comets', description: 'Tails.', design: 'Look.' })
    const text = updateDocument(old, { profile: 'champion', title: 'Comets', references: ['https://comets.example'] })
    expect(readGoal(text, { profile: builtinProfile('champion') }).goal.sections?.map(({ title }) => title)).toEqual([
      'Description',
      'Design & Implementation details',
    ])
  })
})

describe('comparing is independent of writing', () => {
  const document = renderGoal({ profile: 'champion', title: 'Comets', summary: 'They have *tails*.' })
  const differences = (goal: Goal) =>
    compareGoals(goal, readGoal(document, { profile: builtinProfile('champion') }).goal).map((found) => describeDifference(found))

  it('sees what a template does not write', () => {
    expect(differences({ profile: 'champion', title: 'Comets', design: 'Look at night.' })).toEqual([
      '`Look at night.` of `design` is in the model but not in the document',
    ])
  })

  it('takes Markdown and RST of the same words for the same', () => {
    expect(differences({ profile: 'champion', title: 'Comets', summary: { markdown: 'They have _tails_.' } })).toEqual([])
  })

  it('says which words differ', () => {
    expect(differences({ profile: 'champion', title: 'Comets', summary: 'They have two *tails*.' })).toEqual([
      '`summary` is `… have *tails*.` in the document and `… have two *tails*.` in the model',
    ])
  })
})
