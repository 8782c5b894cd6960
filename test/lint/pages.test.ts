/** What the linter reads of pages by their lines: toctrees, and the files that they include. */
import { describe, expect, test } from 'vitest'
import { readToctrees, releaseDay } from '../../src/lint/index.ts'
import { includeIn, partOf } from '../../src/lint/sphinx/include.ts'
import { isEntryFor } from '../../src/lint/toctrees.ts'

describe('toctrees', () => {
  const page = [
    'Planets',
    '=======',
    '',
    '.. toctree::',
    '   :maxdepth: 1',
    '   :glob:',
    '',
    '   inner/mars.rst',
    '   The moon <moon>',
    '   outer/*',
    '',
    'Text.',
    '',
    '  .. toctree::',
    '     :reversed:',
    '',
    '     [draft]*',
    '',
    '.. toctree::',
    'Not indented.',
    '.. toctree:: inline',
  ]
  const expected = [
    {
      ...{ line: 3, lastLine: 9, indent: '   ', isReversed: false },
      entries: [
        { line: 7, target: 'inner/mars.rst', isPattern: false },
        { line: 8, target: 'moon', isPattern: false },
        { line: 9, target: 'outer/*', isPattern: true },
      ],
    },
    {
      ...{ line: 13, lastLine: 16, indent: '     ', isReversed: true },
      // Without `:glob:`, no character has a special meaning.
      entries: [{ line: 16, target: '[draft]*', isPattern: false }],
    },
    { line: 18, lastLine: 18, indent: '   ', isReversed: false, entries: [] },
  ]

  test.each(['\n', '\r\n'])('are read with line ends %j', (newline) => {
    expect(readToctrees(page.join(newline))).toEqual(expected)
  })

  test.each([
    ['mars.rst', false, 'inner/index', 'inner/mars', true],
    ['/inner/mars', false, 'index', 'inner/mars', true],
    ['mars', false, 'index', 'inner/mars', false],
    ['*', true, 'inner/index', 'inner/mars', true],
    ['*', true, 'inner/index', 'inner/index', false],
    ['*', true, 'inner/index', 'outer/saturn', false],
  ])('the entry %s (pattern: %s) of %s and the document %s', (target, isPattern, from, name, isListed) => {
    expect(isEntryFor({ line: 0, target, isPattern }, from, name)).toBe(isListed)
  })

  test('a release in a path has a day', () => {
    expect(['completed/pike/index', 'proposed/index'].map(releaseDay)).toEqual(['2017-08-30', undefined])
  })
})

describe('includes', () => {
  test.each([
    ['.. include:: moons.rst', { path: 'moons.rst', options: {} }],
    ['.. Include::   moons.rst\n\n   Text.', { path: 'moons.rst', options: {} }],
    [
      '.. include:: moons/\n   of-mars.rst\n   :start-line: 2\n   continued',
      { path: 'moons/of-mars.rst', options: { 'start-line': '2' } },
    ],
    ['.. include::\n   moons.rst\n   :literal:', { path: 'moons.rst', options: { literal: '' } }],
    ['.. include:: <isonum.txt>', undefined],
    ['.. include::', undefined],
    ['.. image:: moons.png', undefined],
  ])('%j', (source, expected) => {
    expect(includeIn(source)).toEqual(expected)
  })

  const text = 'One\nTwo\nThree\nFour\n'
  test.each<[Record<string, string>, string | undefined]>([
    [{}, text],
    [{ 'start-line': '1' }, '   \nTwo\nThree\nFour\n'],
    [{ 'end-line': '2' }, 'One\nTwo'],
    [{ 'start-line': '1', 'end-line': '-2' }, '   \nTwo\nThree'],
    // The line of the marker is empty, or begins with what follows the marker.
    [{ 'start-after': 'Two' }, '   \n   \nThree\nFour\n'],
    [{ 'start-after': 'Tw' }, '   \no\nThree\nFour\n'],
    [{ 'end-before': 'Three' }, 'One\nTwo\n'],
    [{ 'start-after': 'One', 'end-before': 'Four' }, '   \nTwo\nThree\n'],
    [{ 'start-after': 'Five' }, undefined],
    [{ 'end-before': 'Five' }, undefined],
    // The end is looked for after the start.
    [{ 'start-after': 'Three', 'end-before': 'Two' }, undefined],
  ])('%j select a part, and keep the lines', (options, expected) => {
    expect(partOf(text, options)).toBe(expected)
  })
})
