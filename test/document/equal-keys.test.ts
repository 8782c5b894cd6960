/** What is equal in both goals is not compared by its meaning, and hides no difference. */
import { expect, test } from 'vitest'
import { compareGoals, readGoal } from '../../src/document/index.ts'
import type { Goal } from '../../src/goal/index.ts'
import { telescopes } from '../telescopes.ts'

const { goal } = readGoal(`${telescopes}\nNight\n=====\n\nIt is dark.\n`)

const changes: Partial<Goal>[] = [
  { title: 'Venus' },
  { summary: 'Another night.' },
  { gerrit: { ...goal.gerrit, topic: 'venus' } },
  { criteria: ['The dome opens.'] },
  { references: [...(goal.references as string[]), 'https://planets.example/venus'] },
  { current: 'None has begun.' },
  { teams: goal.teams!.slice(1) },
  { sections: [] },
]

const found = (change: Partial<Goal>) => compareGoals(goal, { ...goal, ...change }).map(({ kind, path }) => [kind, ...path])

test.each(changes)('a change of one key is found beside each other one: %j', (change) => {
  const own = found(change)
  expect(own).not.toEqual([])
  expect(new Set(own.map(([, key]) => key))).toEqual(new Set(Object.keys(change)))
  for (const other of changes) {
    if (other === change) continue
    expect(new Set(found({ ...change, ...other }).map(String))).toEqual(new Set([...own, ...found(other)].map(String)))
  }
})

test('text in another notation is equal, whatever else differs', () => {
  const criteria = goal.criteria as string[]
  const noted = { ...goal, title: 'Venus', criteria: criteria.map((criterion) => `${criterion}\n`) }
  expect(compareGoals(goal, noted).map(({ path }) => path)).toEqual([['title']])
})
