/** Laws of setting answers: setting an answer twice changes nothing more, and only the given teams change, in the goal and in the
 * document.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readGoal, updateDocument } from '../../src/document/index.ts'
import { type AnswerChange, type Goal, statuses, withAnswers } from '../../src/goal/index.ts'

const fixtures = join(import.meta.dirname, '../fixtures/document')
const sources = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.rst'))
  .map((name) => ({ name, source: readFileSync(join(fixtures, name), 'utf8') }))
  .filter(({ source }) => (readGoal(source).goal.teams?.length ?? 0) > 1)

const url = fc.integer({ min: 1, max: 9 }).map((number) => `https://review.planets.example/${number}`)
const change = fc.record(
  {
    status: fc.constantFrom(...statuses),
    reason: fc.constantFrom('The mirror is late.', 'It has no dome.'),
    planning: url,
    completion: url,
    deliverable: fc.constantFrom('star-map', 'dome-2'),
  },
  { requiredKeys: [] },
)

const others = (goal: Goal, names: ReadonlySet<string>) => ({
  ...goal,
  teams: goal.teams!.filter(({ name }) => !names.has(name)),
})
/** The text of the sections of the other teams, between the titles of teams. */
const sectionsOf = (source: string, goal: Goal, names: ReadonlySet<string>) =>
  goal.teams!.flatMap(({ name }, index) => {
    if (names.has(name)) return []
    const next = goal.teams![index + 1]?.name
    const start = source.indexOf(`\n${name}\n`)
    const end = next === undefined ? source.length : source.indexOf(`\n${next}\n`, start + 1)
    return [source.slice(start, end).trim()]
  })

test('there are fixtures with teams', () => {
  expect(sources.length).toBeGreaterThan(0)
})

test('an artifact is added behind those that are there, and only once', () => {
  const goal: Goal = { title: 'Turn all domes', teams: [{ name: 'hubble', planning: ['https://a.example', 'A plan'] }] }
  const added = withAnswers(goal, new Set(['hubble']), { planning: 'https://b.example' })
  expect(added.teams).toEqual([{ name: 'hubble', planning: ['https://a.example', 'A plan', 'https://b.example'] }])
  expect(withAnswers(added, new Set(['hubble']), { planning: 'https://b.example' })).toEqual(added)
})

test('an artifact takes None away, and the status that follows from None', () => {
  const source = `Turn all domes
==============

Project Teams
=============

hubble
------

It has no dome of its own.

Planning Artifacts: None

Completion Artifacts: None
`
  const completion = 'https://review.planets.example/1'
  const after = updateDocument(source, withAnswers(readGoal(source).goal, new Set(['hubble']), { completion }))
  expect(after).toBe(source.replace('Completion Artifacts: None\n', `Completion Artifacts:\n\n* ${completion}\n`))
})

test.each(sources)('an answer is set once, and nothing else changes ($name)', ({ source }) => {
  const { goal } = readGoal(source)
  const teams = fc
    .subarray(
      goal.teams!.map(({ name }) => name),
      { minLength: 1, maxLength: 4 },
    )
    .map((names) => new Set(names))
  fc.assert(
    fc.property(teams, change, (names, wanted: AnswerChange) => {
      const set = withAnswers(goal, names, wanted)
      expect(withAnswers(set, names, wanted)).toEqual(set)
      expect(others(set, names)).toEqual(others(goal, names))
      const text = updateDocument(source, set)
      const read = readGoal(text).goal
      expect(updateDocument(text, withAnswers(read, names, wanted))).toBe(text)
      expect(others(read, names)).toEqual(others(goal, names))
      expect(sectionsOf(text, read, names)).toEqual(sectionsOf(source, goal, names))
      for (const team of read.teams!.filter(({ name }) => names.has(name))) {
        if (wanted.deliverable === undefined && wanted.status !== undefined) expect(team.status).toBe(wanted.status)
        if (wanted.reason !== undefined && wanted.deliverable === undefined) expect(team.note).toContain(wanted.reason)
        if (wanted.completion !== undefined) expect(JSON.stringify(team.completion)).toContain(`${wanted.completion}"`)
      }
    }),
    { numRuns: 20 },
  )
})
