/** Hostile redirects: the `.htaccess` of a repository that is checked as a whole. */
import { lint, siteOfExample } from '../../src/lint/index.ts'
import type { Kind } from './kinds.ts'

/** The lines, by their number. */
const redirects: Record<string, (index: number) => string> = {
  'each its own': (i) => `redirect 301 /goals/a${i}.html /goals/b${i}.html`,
  'all the same': () => 'redirect 301 /goals/a.html /goals/b.html',
  'in a chain': (i) => `redirect 301 /goals/a${i}.html /goals/a${i + 1}.html`,
  'in a cycle': (i) => `redirect 301 /goals/a${i}.html /goals/a${i % 2 === 0 ? i + 1 : i - 1}.html`,
  'of folders': (i) => `redirect 301 ${`/a${i}`.repeat(9)}/ ${`/b${i}`.repeat(9)}/`,
  'by patterns': (i) => `redirectmatch 301 ^/goals/a${i}/(.*)$ /goals/b${i}/$1`,
  'by patterns, and without': (i) => (i % 2 ? `redirectmatch 301 a${i}.*b /c` : `redirect 301 /goals/a${i}.html /goals/b.html`),
  'by patterns that repeat a repetition': (i) =>
    i % 2 ? 'redirectmatch 301 ^/(a+)+$ /c' : `redirect 301 /${'a'.repeat(40)}! /${'a'.repeat(40)}${i}`,
  'that are not redirects': () => 'redirect',
}

export const redirectKinds: readonly Kind[] = Object.entries(redirects).map(([name, line]) => ({
  name: `redirects: ${name}`,
  prepare(size) {
    const count = Math.ceil(size / (line(9).length + 1))
    const text = Array.from({ length: count }, (_, index) => line(index)).join('\n')
    const site = siteOfExample({ pages: ['goals/b', 'goals/index'], redirects: text })
    return () => lint(text, { path: '.htaccess', kind: 'redirects', site })
  },
}))
