import { describe, expect, it } from 'vitest'
import {
  builtinProfile,
  compareGoals,
  describeDifference,
  readGoal,
  renderGoal,
  updateDocument,
} from '../../src/document/index.ts'
import { type Goal, parseModel, positionsOf, UnwritableGoalError } from '../../src/goal/index.ts'
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

describe('a goal is written completely or refused', () => {
  it.each(['sound', 'odd'] as const)(
    'every goal with %s texts is read back, or refused',
    (of) => expect(writings(150, of).broken).toEqual([]),
    120_000,
  )

  it('at least 30 % of the goals with sound texts are written', () => {
    const { goals, refused } = writings(200, 'sound', 1)
    expect(refused / goals).toBeLessThan(0.7)
  }, 120_000)

  it('a key without a section in the profile is refused', () => {
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
  ])('a Markdown heading that would begin a section is refused: %s, %s', (profile, key) => {
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
  ])('%s is refused', (_, goal, paths) => expect(refused(() => renderGoal(goal))).toEqual(paths))

  it('refused values have their places', () => {
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

  it('a section that the new profile has no key for is kept', () => {
    const old = renderGoal({ profile: 'checklist', title: 'Comets', description: 'Tails.', design: 'Look.' })
    const text = updateDocument(old, { profile: 'champion', title: 'Comets', references: ['https://comets.example'] })
    expect(readGoal(text, { profile: builtinProfile('champion') }).goal.sections?.map(({ title }) => title)).toEqual([
      'Description',
      'Design & Implementation details',
    ])
  })
})

describe('comparing does not depend on writing', () => {
  const document = renderGoal({ profile: 'champion', title: 'Comets', summary: 'They have *tails*.' })
  const differences = (goal: Goal) =>
    compareGoals(goal, readGoal(document, { profile: builtinProfile('champion') }).goal).map((found) => describeDifference(found))

  it('finds a value that the template does not write', () => {
    expect(differences({ profile: 'champion', title: 'Comets', design: 'Look at night.' })).toEqual([
      '`Look at night.` of `design` is in the model but not in the document',
    ])
  })

  it('treats Markdown and RST with the same meaning as equal', () => {
    expect(differences({ profile: 'champion', title: 'Comets', summary: { markdown: 'They have _tails_.' } })).toEqual([])
  })

  it('names the words that differ', () => {
    expect(differences({ profile: 'champion', title: 'Comets', summary: 'They have two *tails*.' })).toEqual([
      '`summary` is `… have *tails*.` in the document and `… have two *tails*.` in the model',
    ])
  })
})
