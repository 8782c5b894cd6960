import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Goal, parseModel, stringifyModel } from '../../src/goal/index.ts'
import * as arbitrary from './arbitrary.ts'

test('a goal is written in the order of the schema, with prose as literal blocks', () => {
  const goal: Goal = {
    teams: [
      {
        completion: [],
        planning: ['https://planets.example/1', { text: 'Orbits: a plan', url: 'https://planets.example/2' }],
        name: 'observatory',
      },
    ],
    summary: 'Point every telescope\nby the shared catalogue.\n\n  Indented.',
    gerrit: { topic: 'shared-catalogue' },
    layout: { sections: ['summary', 'gerrit', 'Why, and when', 'teams'] },
    title: 'Telescopes',
  }
  expect(stringifyModel(goal)).toBe(`# yaml-language-server: $schema=../../.goaldoc/goal.schema.json
---
title: Telescopes
summary: |-
  Point every telescope
  by the shared catalogue.

    Indented.
gerrit:
  topic: shared-catalogue
teams:
  - name: observatory
    planning:
      - https://planets.example/1
      - text: 'Orbits: a plan'
        url: https://planets.example/2
    completion: []
layout:
  sections:
    - summary
    - gerrit
    - Why, and when
    - teams
`)
})

test('the schema of the first line can be chosen', () => {
  expect(stringifyModel({ title: 'Telescopes' }, { schema: '../goal.schema.json' })).toMatch(
    /^# yaml-language-server: \$schema=\.\.\/goal\.schema\.json\n/,
  )
  expect(stringifyModel({ title: 'Telescopes' }, { schema: false })).toBe('---\ntitle: Telescopes\n')
})

test('a written goal is read as the same goal, and written the same again', () => {
  fc.assert(
    fc.property(arbitrary.goal, (goal) => {
      const text = stringifyModel(goal)
      const { goal: again, diagnostics } = parseModel(text)
      expect(diagnostics).toEqual([])
      expect(again).toEqual(goal)
      expect(stringifyModel(again!)).toBe(text)
    }),
    { numRuns: Number(process.env.RUNS ?? 500) },
  )
})
