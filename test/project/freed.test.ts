/** V8 keeps two kinds of functions until its next full collection of garbage, with all that they refer to: a function that is written where
 * it is assigned to a property, which it puts among the objects that live long; and a getter of a single object, which it
 * puts into the shape of that object. Thousands of documents would wait in memory for that, and be copied several times. So functions
 * that are assigned are declared, and objects with getters have classes.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'rolldown/parseAst'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'
import { root } from '../cli/project.ts'

interface Node {
  type: string
  start: number
  kind?: string
  left?: Node
  right?: Node
}

/** The lines on which a function makes another one that V8 keeps. */
function keptIn(source: string): number[] {
  const found: number[] = []
  const visit = (value: unknown, isCalled: boolean): void => {
    if (typeof value !== 'object' || value === null) return
    const { type, start, kind, left, right } = value as Node
    const isFunction = /Function/.test(type)
    const isAssigned = type === 'AssignmentExpression' && left?.type === 'MemberExpression' && /Function/.test(right!.type)
    const isOwn = type === 'Property' && (kind === 'get' || kind === 'set')
    const isDefined = type === 'CallExpression' && /^Object\.definePropert(?:y|ies)\b/.test(source.slice(start))
    const isAccessor = isDefined && /\b[gs]et\b/.test(source.slice(start, (value as { end: number } & Node).end))
    if (isCalled && (isAssigned || isOwn || isAccessor)) found.push(source.slice(0, start).split('\n').length)
    for (const inner of Object.values(value)) visit(inner, isCalled || isFunction)
  }
  visit(parseAst(source, { lang: 'ts' }), false)
  return found
}

/** Where few of them are made, and why. */
const few: Record<string, string> = {
  'src/cli/compile-cache.ts': 'one in a process',
  'src/cli/io.ts': 'one in a process',
  'src/cli/reports.ts': 'one for a report',
  'src/repository/changes.ts': 'refers only to the repository',
  'src/roster/roster.ts': 'one for a list of teams, and for each of its teams',
}

test('functions that V8 keeps are made once, not for each document', () => {
  const files = globSync('src/**/*.ts', { cwd: root, ignore: ['src/report-page/browser/**'] }).sort()
  const found = files.filter((path) => keptIn(readFileSync(join(root, path), 'utf8')).length > 0)
  expect(found).toEqual(Object.keys(few))
})

test('such functions are found', () => {
  const made = [
    'made.f = () => {}',
    "made['f'] = function () {}",
    'made = { get f() { return 1 } }',
    "Object.defineProperty(made, 'f', { get: () => 1 })",
    'made.f = f',
    'made = { f: () => {} }',
    "Object.defineProperty(made, 'f', { value: 1 })",
    'class Made { get f() { return 1 } }',
  ]
  expect(keptIn(`function make(made) {\n${made.join('\n')}\n}\nmake.f = () => {}\n`)).toEqual([2, 3, 4, 5])
})
