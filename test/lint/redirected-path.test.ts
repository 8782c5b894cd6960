/** The path that a redirect sends to a target is one that it really redirects there. */
import { expect, test } from 'vitest'
import { readRedirects, redirectedPath, redirectOf, targetOf } from '../../src/lint/redirects.ts'

test.each<[string, string, string | undefined]>([
  [
    'redirect 301 /goals/proposed/domes.html /goals/selected/domes.html',
    '/goals/selected/domes.html',
    '/goals/proposed/domes.html',
  ],
  ['redirect 301 /old/ /new/', '/new/domes.html', '/old/domes.html'],
  ['redirect 301 /old/ /new/', '/elsewhere.html', undefined],
  ['redirect gone /old.html', '/old.html', undefined],
  ['redirectmatch 301 ^/old/(.*)$ /new/$1', '/new/domes.html', '/old/domes.html'],
  ['redirectmatch 301 ^/old/(.*) /new/$1', '/new/domes.html', '/old/domes.html'],
  ['redirectmatch 301 ^/old/(.*)$ /new/$1', '/elsewhere.html', undefined],
  ['redirectmatch 301 ^/old/([a-z]+)$ /new/$1', '/new/domes', undefined],
  ['redirectmatch 301 ^/old/(.*)$ /new/$1.html', '/new/domes.html', undefined],
  ['redirectmatch 301 /old/(.*)$ /new/$1', '/new/domes.html', undefined],
])('%s to %s', (line, target, path) => {
  const redirects = readRedirects(`${line}\n`)
  expect(redirectedPath(redirects[0]!, target)).toBe(path)
  if (path !== undefined) expect(targetOf(redirectOf(redirects, path)!, path)).toBe(target)
})
