/** What `npm run types` cannot see: a cast by way of `unknown` turns anything into anything. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { expect, test } from 'vitest'
import { root } from '../cli/project.ts'

test('no value of src is cast by way of unknown', () => {
  const files = globSync('src/**/*.ts', { cwd: root })
  expect(files.length).toBeGreaterThan(100)
  expect(files.filter((file) => /\bas (?:unknown|any) as\b/.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
})
