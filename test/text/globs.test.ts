import fc from 'fast-check'
import { expect, test } from 'vitest'
import { globMatcher, patternMatcher } from '../../src/text/index.ts'

test.each([
  ['*.rst', 'goals/mars.rst', true],
  ['*.rst', 'goals/mars.rst.orig', false],
  ['goals', 'goals/2026/mars.rst', true],
  ['goals', 'old/goals/mars.rst', true],
  ['goals/', 'goals/mars.rst', true],
  ['goals/*', 'goals/mars.rst', true],
  ['goals/*', 'goals/2026/mars.rst', true],
  ['goals/*.rst', 'goals/2026/mars.rst', false],
  ['goals/*.rst', 'old/goals/mars.rst', false],
  ['goals/**/mars.rst', 'goals/mars.rst', true],
  ['goals/**/mars.rst', 'goals/a/b/mars.rst', true],
  ['goals/**/mars.rst', 'goals/a/bmars.rst', false],
  ['./goals/m?rs.rst', 'goals/mars.rst', true],
  ['m?rs.rst', 'm/rs.rst', false],
  ['[a-m]ars.rst', 'mars.rst', true],
  ['[!a-m]ars.rst', 'mars.rst', false],
  ['[', '[', true],
  ['{mars,venus}.rst', 'goals/venus.rst', true],
  ['{ma{rs,jor},venus}.rst', 'major.rst', true],
  ['{mars,venus}.rst', 'earth.rst', false],
  ['{mars.rst', '{mars.rst', true],
  ['a.b', 'axb', false],
  ['*.planets.example', 'chart.planets.example', true],
  ['☉*.rst', 'goals\\☉😀.rst', true],
])('the glob `%s` and the path `%s`', (glob, path, expected) => {
  expect(globMatcher([glob])(path)).toBe(expected)
})

test('a path matches if one of the globs matches, and never if there are none', () => {
  expect(globMatcher(['*.txt', '*.rst'])('mars.rst')).toBe(true)
  expect(globMatcher([])('mars.rst')).toBe(false)
})

test('a pattern of Sphinx matches a whole path, and braces are characters', () => {
  expect(patternMatcher('goals/*')('goals/mars')).toBe(true)
  expect(patternMatcher('goals/*')('goals/mars/plan')).toBe(false)
  expect(patternMatcher('mars')('goals/mars')).toBe(false)
  expect(patternMatcher('{a,b}')('{a,b}')).toBe(true)
  expect(patternMatcher('**/mars')('mars')).toBe(false)
})

test('a matcher of many paths gives the same answers as a regular expression', () => {
  const glob = fc.array(fc.constantFrom('*', '**', '?', '/', 'a', 'b', '[ab]'), { minLength: 1, maxLength: 8 })
  const path = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '/'), maxLength: 9 })
  const sources: Record<string, string> = { '*': '[^/]*', '**': '[^]*', '?': '[^/]' }
  fc.assert(
    fc.property(glob, fc.array(path, { minLength: 5, maxLength: 30 }), (parts, paths) => {
      const matches = patternMatcher(parts.join(''))
      const steps = parts.join('').match(/\*\*|\[ab\]|./g)!
      const expression = new RegExp(`^${steps.map((step) => sources[step] ?? step).join('')}$`)
      for (const one of [...paths, ...paths]) expect([one, matches(one)]).toEqual([one, expression.test(one)])
    }),
  )
})

test('patterns with many stars and braces are matched quickly', () => {
  expect(globMatcher([`${'*a'.repeat(60)}b`])('a'.repeat(10_000))).toBe(false)
  expect(globMatcher(['**/a'.repeat(40)])('a/'.repeat(5_000))).toBe(false)
  expect(globMatcher(['{a,b}'.repeat(40)])('ab'.repeat(20))).toBe(false)
})
