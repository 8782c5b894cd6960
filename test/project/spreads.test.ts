/** A spread in the arguments of a call puts every value on the stack, which overflows with about 100,000 of them: a document of a
 * stranger can have that many. Lists grow by `appendAll`, and the largest of many numbers is `largest`.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'rolldown/parseAst'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'
import { appendAll, largest, smallest } from '../../src/text/index.ts'
import { root } from '../cli/project.ts'

/** Functions that take any number of values. Our own ones that do so take those that the code itself has. */
const takers =
  /^(?:push|unshift|splice|toSpliced|concat|min|max|hypot|fromCharCode|fromCodePoint|of|append|prepend|replaceChildren|add|apply)$/

interface Node {
  type: string
  start: number
  arguments?: Node[]
  callee?: Node & { property?: { name?: string } }
}

function spreadsIn(source: string): number[] {
  const found: number[] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { type, start, callee, arguments: values } = value as Node
    const name = callee?.property?.name ?? ''
    if (
      type === 'CallExpression' &&
      takers.test(name) &&
      (name === 'apply' || values!.some((one) => one.type === 'SpreadElement'))
    )
      found.push(source.slice(0, start).split('\n').length)
    for (const inner of Object.values(value)) visit(inner)
  }
  visit(parseAst(source, { lang: 'ts' }))
  return found
}

test('no list is spread into a call that takes any number of values', () => {
  const found = globSync('src/**/*.ts', { cwd: root }).flatMap((path) =>
    spreadsIn(readFileSync(join(root, path), 'utf8')).map((line) => `${path}:${line}`),
  )
  expect(found).toEqual([])
})

test('one that is spread is found', () => {
  const source = 'a.push(...b)\nMath.max(0, ...b)\nString.fromCharCode.apply(null, b)\nf(...b)\na.push(b, [...b])\n'
  expect(spreadsIn(source)).toEqual([1, 2, 3])
})

test('lists of any length are appended and compared', () => {
  const numbers = Array.from({ length: 300_000 }, (_, index) => index)
  const list = [-1]
  appendAll(list, numbers)
  expect([list.length, list[0], list.at(-1), largest(numbers), smallest(numbers)]).toEqual([300_001, -1, 299_999, 299_999, 0])
  expect([largest([]), smallest([])]).toEqual([-Infinity, Infinity])
})
