/** Hand edits of a document, taken into its model. */
import { describe, expect, it } from 'vitest'
import { openDocument, renderGoal } from '../../src/document/index.ts'
import type { Goal } from '../../src/goal/index.ts'
import { describeConflict, pullEdits } from '../../src/repository/pull.ts'

const model: Goal = {
  title: 'Map the moons',
  summary: 'Every moon has a map.',
  teams: [
    { name: 'Galileo', planning: ['https://moon.example/io'], completion: [] },
    { name: 'Huygens', planning: [], completion: [] },
  ],
}
const document = renderGoal(model)
const past = { revision: 'HEAD', document: openDocument(document) }
const globe = document.replace('a map.', 'a globe.')
const flat: Goal = { ...model, summary: 'No moon has a map.' }

describe('pullEdits', () => {
  it('merges the edits', () => {
    expect(pullEdits({ document: openDocument(globe), model }, { ...past, model })).toEqual({
      goal: { ...model, summary: 'Every moon has a globe.' },
      conflicts: [],
    })
  })

  it.each([
    ['a document and its model', { ...past, model }],
    ['a document alone', past],
  ])('keeps the value of the model if both were edited since %s', (_, before) => {
    expect(pullEdits({ document: openDocument(globe), model: flat }, before)).toEqual({
      goal: flat,
      conflicts: [
        '`summary` changed in both: to `No moon has a map.` in the model, to `Every moon has a globe.` in the document',
      ],
    })
  })

  it('merges every difference if no earlier version is known', () => {
    expect(pullEdits({ document: openDocument(globe), model: flat }, undefined)).toEqual({
      goal: { ...model, summary: 'Every moon has a globe.' },
      conflicts: [],
    })
  })

  it('merges into a partial model only the edits of that part', () => {
    const part: Goal = { title: model.title, teams: model.teams! }
    const two = globe.replace('* https://moon.example/io', '* https://moon.example/io\n* https://moon.example/europa')
    const [galileo, huygens] = model.teams!
    expect(pullEdits({ document: openDocument(two), model: part }, { ...past, model: part })).toEqual({
      goal: {
        title: model.title,
        teams: [{ ...galileo, planning: ['https://moon.example/io', 'https://moon.example/europa'] }, huygens],
      },
      conflicts: [],
    })
  })
})

it('describes a conflict in one line, even with long values', () => {
  const names = { ours: 'the model', theirs: 'the document' }
  expect(describeConflict({ path: ['teams', 'nova'], ours: { name: 'nova' }, theirs: undefined }, names)).toBe(
    '`teams › nova` changed in both: to `{"name":"nova"}` in the model, to nothing in the document',
  )
  expect(describeConflict({ path: ['summary'], ours: 'Moons\nand', theirs: 'ab'.repeat(40) }, names)).toBe(
    `\`summary\` changed in both: to \`Moons\` in the model, to \`${'ab'.repeat(30)}\` in the document`,
  )
})
