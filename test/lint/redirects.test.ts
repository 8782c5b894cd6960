import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRedirects, redirectOf, targetOf } from '../../src/lint/index.ts'
import { patternsWithin, repetitionsOf } from '../../src/lint/redirect-patterns.ts'
import { isUndecided } from '../../src/lint/redirects.ts'

test('the redirect of a path is the first one that matches, as if each were tried', () => {
  const path = fc.array(fc.constantFrom('/', 'mars', 'venus', '//'), { maxLength: 6 }).map((parts) => `/${parts.join('')}`)
  const rule = fc.oneof(
    path.map((from) => `redirect 301 ${from} /orbit`),
    fc.constantFrom('redirectmatch 301 ^/mars/(.*)$ /orbit', 'redirectmatch 301 venus /orbit', 'redirectmatch 301 [ /orbit'),
  )
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 8 }), path, (rules, wanted) => {
      const all = readRedirects(rules.join('\n'))
      const first = all.find((redirect) => targetOf(redirect, wanted) !== undefined)
      expect(redirectOf(all, wanted)).toBe(first)
    }),
  )
})

test.each([
  ['^/goals/pike/', 0],
  ['/goals/pike/', 1],
  ['^/goals/([^/]+)/(.*)$', 2],
  ['^/goals(/.*)?$', 2],
  ['^/(mars|venus)/[*+]\\*$', 1],
  ['^(?:mars)+$', 1],
  ['^(a+)+$', Number.POSITIVE_INFINITY],
  ['^(?:a|a)*$', Number.POSITIVE_INFINITY],
  ['^((a?)b){2,}', Number.POSITIVE_INFINITY],
  ['[[[', 1],
  ['a'.repeat(10_000), Number.POSITIVE_INFINITY],
])('the repetitions of %s', (pattern, count) => {
  expect(repetitionsOf(pattern)).toBe(count)
})

test('a pattern that may take forever matches nothing', () => {
  const long = `/${'a'.repeat(3000)}!`
  const match = (pattern: string, path: string) => {
    const all = readRedirects(`redirectmatch 301 ${pattern} /mars`)
    return { to: redirectOf(all, path)?.to, isUndecided: isUndecided(all, path) }
  }
  for (const pattern of ['^/(a+)+$', '^/(a|a)*$', 'a*a*a*a*b', `^/${'a?'.repeat(40)}${'a'.repeat(40)}$`])
    expect([pattern, within(5000, () => match(pattern, long))]).toEqual([pattern, { to: undefined, isUndecided: true }])
  expect(match('^/(b+)$', long)).toEqual({ to: undefined, isUndecided: false })
  expect(match('^/(a+)!$', long)).toMatchObject({ to: '/mars' })
})

/** What a function returns; `never` if it is not done after some milliseconds. Only another context of V8 can be interrupted. */
function within<Result>(milliseconds: number, work: () => Result): Result | 'never' {
  try {
    return runInNewContext('work()', { work }, { timeout: milliseconds }) as Result
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return 'never'
    throw error
  }
}

test('patterns match until all of them have taken their steps', () => {
  const match = patternsWithin(50).matcher('^/(.*)$')
  const found = ['/mars/moon', 'mars', '/venus', '/mars'].map(match)
  expect(found.map((one) => (typeof one === 'object' ? one[1] : one))).toEqual(['mars/moon', undefined, 'untried', 'untried'])
})

test('an address that is too long for a server has no redirect', () => {
  const all = readRedirects(`redirect 301 /mars /venus\nredirectmatch 301 ^/(.*)$ ${'/$1'.repeat(4000)}`)
  expect(redirectOf(all, `/mars${'/'.repeat(9000)}`)).toBeUndefined()
  expect(targetOf(all[1]!, '/mars')).toBeUndefined()
})
