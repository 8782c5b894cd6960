/** Where the values of files stand, for messages about them. */
import { expect, test } from 'vitest'
import { placeAt, startOf, typeScriptPlaces, yamlPlaces } from '../../src/repository/places.ts'
import type { Place } from '../../src/text/index.ts'

const textOf = (text: string, place: Place | undefined) =>
  place && `${place.line}:${place.column} ${text.slice(place.offset, place.endOffset)}`

test('YAML: the place of the key or value at a path, or of the nearest one above', async () => {
  const text = 'title: Domes\nteams:\n- name: Keck\n  planning: [a, b]\n- Hale\n3: three\n'
  const places = await yamlPlaces(text)
  const at = (...path: (string | number)[]) => textOf(text, places(path))
  expect(at('title')).toBe('1:1 title')
  expect(at('teams', 0, 'name')).toBe('3:3 name')
  expect(at('teams', 0, 'planning', 1)).toBe('4:17 b')
  expect(at('teams', 1)).toBe('5:3 Hale')
  expect(at(3)).toBe('6:1 3')
  expect(at('teams', 0, 'completion', 2)).toBe('3:3 name: Keck\n  planning: [a, b]\n')
  expect(at('teams', 7)).toBe('2:1 teams')
  expect(at('title', 'none')).toBe('1:1 title')
  expect(at('none')).toBeUndefined()
  expect(at()).toBeUndefined()
})

test('YAML: a duplicate key has the place of the first one, and an empty text has no places', async () => {
  const text = 'a: 1\na: 2\n'
  expect(textOf(text, (await yamlPlaces(text))(['a']))).toBe('1:1 a')
  expect((await yamlPlaces(''))(['a'])).toBeUndefined()
})

test('TypeScript: the place of the last key or name on the path that the text contains', () => {
  const text = `const names = ['Keck', 'Hale']
export default { title: 'Domes', subtitles: [], teams: names.map((name) => ({ name, planning: ['Half of the domes'] })) }
`
  const value = {
    title: 'Domes',
    teams: [{ name: 'Keck', planning: ['Half of the domes\nat least'] }, { name: 'Hale' }, { title: 'subtitle' }, { name: 7 }],
  }
  const at = (...path: (string | number)[]) => textOf(text, typeScriptPlaces(text, value)(path))
  expect(at('title')).toBe('2:18 title')
  expect(at('teams')).toBe('2:49 teams')
  expect(at('teams', 0, 'planning', 0)).toBe('2:97 Half of the domes')
  // A name that stands in front of the key before it is not looked for there.
  expect(at('teams', 1)).toBe('2:49 teams')
  // A part of a longer word is no place, and neither is a number.
  expect(at('teams', 2)).toBe('2:49 teams')
  expect(at('teams', 3)).toBe('2:49 teams')
  expect(at('teams', 9, 'planning')).toBe('2:85 planning')
  expect(at('nowhere')).toBeUndefined()
  expect(typeScriptPlaces(text, { '': 1 })([''])).toBeUndefined()
  expect(typeScriptPlaces('Keck', ['Keck'])([0])).toEqual(placeAt('Keck', 0, 4))
})

test('a value without a place is placed at the start', () => {
  expect(startOf('Keck')).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 2, offset: 0, endOffset: 1 })
  expect(startOf('')).toEqual({ line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, endOffset: 0 })
})
