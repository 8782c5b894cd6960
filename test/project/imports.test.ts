import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkImports, circlesIn, importsOf, judge } from '../../scripts/check-imports.ts'

test('imports are found by their shape', () => {
  const source = `import { a } from './a.ts'
import type { B } from '../lint/index.ts'
import {
  type C,
  type D,
} from '../lint/index.ts'
import './effects.ts'
export * from './e.ts'
export type { F } from './f.ts'
export const shape = 'not an import'
// const g = await import('./comment.ts')
const h = await import('./h.ts')
type I = typeof import('./i.ts')
`
  expect(importsOf(source).map(({ specifier, line, types }) => `${line} ${specifier}${types ? ' types' : ''}`)).toEqual([
    '1 ./a.ts',
    '2 ../lint/index.ts types',
    '3 ../lint/index.ts types',
    '7 ./effects.ts',
    '8 ./e.ts',
    '9 ./f.ts types',
    '12 ./h.ts',
    '13 ./i.ts types',
  ])
})

const sentence = (file: string, specifier: string, types = false) => judge(file, { specifier, line: 1, types, dynamic: false })

test('a room imports only from rooms above it, through their index', () => {
  expect(sentence('lint/rules/a.ts', '../../rst/index.ts')).toBeUndefined()
  expect(sentence('lint/rules/a.ts', '../context.ts')).toBeUndefined()
  expect(sentence('lint/rules/a.ts', '../../rst/tree.ts')).toBe(
    'Unexpected import of `rst/tree.ts`, expected it through `rst/index.ts`',
  )
  expect(sentence('goal/a.ts', '../document/index.ts')).toBe(
    'Unexpected import of `document/` from `goal/`, expected only rooms above: `text/`, `preset/`, `rst/`',
  )
  expect(sentence('goal/a.ts', './b')).toBe('Unexpected specifier `./b`, expected it to end with `.ts`')
  expect(sentence('index.ts', './cli/index.ts')).toBeUndefined()
  expect(sentence('goal/a.ts', '../index.ts')).toBe(
    'Unexpected import of `index.ts` from `goal/`, expected one of a room above it',
  )
})

test('pure rooms take nothing from Node, and `report/` takes types alone', () => {
  expect(sentence('roster/a.ts', 'node:fs')).toBe(
    'Unexpected import of `node:fs`, expected none from Node: `roster/` also runs in a browser',
  )
  expect(sentence('repository/a.ts', 'node:fs')).toBeUndefined()
  expect(sentence('report/a.ts', '../lint/index.ts', true)).toBeUndefined()
  expect(sentence('report/a.ts', '../lint/index.ts')).toBe(
    'Unexpected import of values from `lint/`, expected `import type` in `report/`',
  )
})

test('a circle is the path that leads back to its beginning', () => {
  const imports = {
    'sun.ts': ['venus.ts'],
    'venus.ts': ['earth.ts', 'moon.ts'],
    'earth.ts': ['moon.ts'],
    'moon.ts': ['earth.ts'],
  }
  expect(circlesIn(new Map(Object.entries(imports)))).toEqual([['earth.ts', 'moon.ts', 'earth.ts']])
  expect(
    circlesIn(
      new Map([
        ['sun.ts', ['venus.ts']],
        ['venus.ts', []],
      ]),
    ),
  ).toEqual([])
})

test('this project keeps the rule', () => {
  expect(checkImports(join(import.meta.dirname, '../../src'))).toEqual([])
})
