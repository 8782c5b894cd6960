/** The places of the values of a goal in the document that it was read from. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readGoal } from '../../src/document/index.ts'
import { type Path, positionsOf } from '../../src/goal/index.ts'
import { isRecord } from '../../src/text/index.ts'

const documents = ['2016-team-artifacts', '2018-champion', '2022-checklist'].map((name) => ({
  name,
  source: readFileSync(new URL(`../fixtures/document/${name}/001.rst`, import.meta.url), 'utf8'),
}))

/** Keys for how something is written, and values that the document has in other words. */
const manners = new Set<string | number>(['layout', 'profile', 'as', 'written', 'after', 'date', 'status'])

const source = `==================
 One star catalog
==================

Every dome keeps its own.

Completion Criteria
===================

#. The shared one is read.

These are for later:

* Its own is gone.

Cost
====

None.

Project Teams
=============

Teams in order.

Keck
----

They said
little.

Planning Artifacts:

* https://planets.example/plan

Completion Artifacts: * x
`

test('each value has the place of its text, or of the value that contains it', () => {
  const { goal } = readGoal(source)
  const at = (...path: Path) => {
    const place = positionsOf(goal)!(path)
    return place && `${place.line}:${place.column} ${source.slice(place.offset, place.endOffset).trimEnd().split('\n')[0]}`
  }
  expect(at('title')).toBe('2:2 One star catalog')
  expect(at('summary')).toBe('5:1 Every dome keeps its own.')
  expect(at('criteria')).toBe('7:1 Completion Criteria')
  expect(at('criteria', 0)).toBe('10:1 #. The shared one is read.')
  expect(at('criteria', 1)).toBe('12:1 These are for later:')
  expect(at('criteria', 1, 'items', 0)).toBe('14:1 * Its own is gone.')
  expect(at('criteria', 9)).toBe('7:1 Completion Criteria')
  expect(at('sections', 0)).toBe('16:1 Cost')
  expect(at('teamsIntro')).toBe('24:1 Teams in order.')
  expect(at('teams', 0)).toBe('26:1 Keck')
  expect(at('teams', 0, 'name')).toBe('26:1 Keck')
  expect(at('teams', 0, 'note')).toBe('29:1 They said')
  expect(at('teams', 0, 'planning')).toBe('32:1 Planning Artifacts:')
  expect(at('teams', 0, 'planning', 0)).toBe('34:1 * https://planets.example/plan')
  expect(at('teams', 0, 'status')).toBe('26:1 Keck')
  expect(at('tracking')).toBeUndefined()
  expect(at()).toBeUndefined()
})

test.each(documents)('in the document of $name every text is at its place', ({ source }) => {
  const { goal } = readGoal(source)
  const places = positionsOf(goal)!
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
  const wrong: string[] = []
  let count = 0
  const visit = (value: unknown, path: Path) => {
    if (typeof value === 'string' && value !== '' && !path.some((key) => manners.has(key)) && !value.includes('{{')) {
      count++
      const place = places(path)
      if (!place || !plain(source.slice(place.offset, place.endOffset)).includes(plain(value))) wrong.push(path.join('.'))
    }
    if (Array.isArray(value)) value.forEach((inner, index) => void visit(inner, [...path, index]))
    else if (isRecord(value)) for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key])
  }
  visit(goal, [])
  expect(count).toBeGreaterThan(20)
  expect(wrong).toEqual([])
})
