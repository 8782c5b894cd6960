/** What SECURITY.md promises has a test. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../cli/project.ts'

const rows = readFileSync(join(root, 'SECURITY.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| promise |'))

test.each(rows)('%s', (row) => {
  const [, file = '', title = ''] = /\| `(test\/[\w/.-]+\.test\.ts)`: (.+) \|$/.exec(row) ?? []
  expect(existsSync(join(root, file)) && file).toBeTruthy()
  const literal = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  expect(readFileSync(join(root, file), 'utf8')).toMatch(new RegExp(`\\(\\s*['\`]${literal}['\`]`))
})

test('there are promises', () => expect(rows.length).toBeGreaterThan(20))
