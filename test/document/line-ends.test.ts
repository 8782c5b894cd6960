/** Separators within a line that end it to docutils end it to the lens too; white space is docutils'. */
import { expect, test } from 'vitest'
import { readGoal, updateDocument } from '../../src/document/index.ts'

test.each(['\u2028', '\u2029', '\x85', '\x1c', '\x1d', '\x1e'])('the text before %j and a title stays', (end) => {
  const venus = 'venus\n-----\n\n* Planning Artifacts: x\n'
  const before = `Orbits\n======\n\nProject Teams\n=============\n\nmars\n----\n\nA note.${end}${end}`
  const { goal } = readGoal(before + venus)
  const teams = goal.teams!.map((team) => (team.name === 'venus' ? { ...team, name: 'ceres' } : team))
  expect(teams.map(({ name }) => name)).toEqual(['mars', 'ceres'])
  expect(updateDocument(before + venus, { ...goal, teams })).toBe(before + venus.replace('venus', 'ceres'))
})

test('a title has no white space at its ends, whichever it is', () => {
  expect(readGoal('Orbits\u00a0\u3000\n========\n\nMars.\n').goal.title).toBe('Orbits')
})
