/** The hostile inputs of `npm run bench -- hostile`, small: nothing throws, no rule fails, and every rule has one. */
import { expect, test } from 'vitest'
import { constructKinds } from '../../scripts/hostile/constructs.ts'
import { hostileDocuments } from '../../scripts/hostile/documents.ts'
import { kinds } from '../../scripts/hostile/kinds.ts'
import { ruleKinds } from '../../scripts/hostile/rules.ts'
import { fixAll, lint, rules } from '../../src/lint/index.ts'

const path = 'goals/orbit/telescopes.rst'

test('each kind has its own name', () => {
  const names = kinds.map(({ name }) => name)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test('every rule has a kind', () => {
  const named = new Set(ruleKinds.map(({ name }) => name.split(' ')[1]))
  expect(rules.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([])
})

test.each(hostileDocuments(800))('no rule fails on: $name', ({ source: make }) => {
  const source = make()
  const failed = lint(source, { path }).filter(({ data }) => data?.failed)
  expect(failed).toEqual([])
  expect(fixAll(source, { path, unsafe: true }).diagnostics.filter(({ data }) => data?.failed)).toEqual([])
})

test('nothing throws for directives, roles and the examples of rules, many times', () => {
  for (const { prepare } of [...constructKinds, ...ruleKinds]) expect(prepare(600)).not.toThrow()
})
