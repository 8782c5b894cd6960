/** A document whose earlier version is too long to compare. */
import { expect, test } from 'vitest'
import { fixAll, lint } from '../../src/lint/index.ts'

const source = 'Domes\n=====\n\nThe dome of\tMars \n'
const before = (lines: number) => ({ name: 'HEAD', source: 'Domes\n'.repeat(lines) })
const shown = (options: object) =>
  lint(source, options).map(({ ruleId, severity, message, offset, endOffset }) => [ruleId, severity, message, offset, endOffset])

test('is checked as usual, and says that it was not compared', () => {
  const usual = shown({})
  const message = 'Earlier version too long; what the change removed is not reported'
  expect(shown({ before: before(20_000) })).toEqual(usual)
  expect(shown({ before: before(20_001) })).toEqual([['style/document-length', 'info', message, 0, 0], ...usual])
  expect(usual.map(([rule]) => rule)).toEqual(['style/tab', 'style/trailing-whitespace'])
})

test('is compared if the rule of lengths is off', () => {
  expect(shown({ before: before(20_001), settings: { 'style/document-length': { severity: 'off' } } })).toEqual(shown({}))
})

test('is fixed as usual', () => {
  expect(fixAll(source, { before: before(20_001) }).source).toBe(fixAll(source).source)
  expect(fixAll(source, { before: before(20_001) }).fixed).toBe(2)
})
