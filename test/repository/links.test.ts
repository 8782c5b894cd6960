/** Whatever links a repository has, nothing outside of it is read or written. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { includeReader } from '../../src/repository/includes.ts'
import { readText, repositoryRoot, writeText } from '../../src/repository/index.ts'

const secret = 'Andromeda\n'
const parts = ['a', 'b', 'mars', '..', '.', '.git', 'earth', 'venus', '.github'] as const
const path = fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 5 }).map((names) => names.join('/'))
const places = ['a', 'b', 'mars', 'goals/a', 'goals/b', 'goals/mars'] as const
const links = fc.dictionary(fc.constantFrom(...places), path, { minKeys: 1 })

/** Two repositories beside each other, and a file outside of both. */
function sky(): string {
  const outside = mkdtempSync(join(tmpdir(), 'goaldoc-links-'))
  const files = ['mars', 'venus/.git/mars', 'venus/mars', 'venus/a/mars', 'earth/.git/mars', 'earth/.git/a/mars']
  for (const name of files) {
    mkdirSync(dirname(join(outside, name)), { recursive: true })
    writeFileSync(join(outside, name), secret)
  }
  mkdirSync(join(outside, 'earth/goals'))
  return outside
}

/** The files that must stay as they are, with their texts. */
function untouched(outside: string): string[] {
  const files = readdirSync(outside, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const names = files.map((entry) => join(entry.parentPath, entry.name).slice(outside.length + 1))
  return names
    .filter((name) => !name.startsWith('earth/') || name.startsWith('earth/.git/'))
    .map((name) => `${name}: ${readFileSync(join(outside, name), 'utf8')}`)
    .sort()
}

test('links lead neither reading nor writing out of a repository', () => {
  let followed = 0
  let refused = 0
  fc.assert(
    fc.property(links, fc.array(path, { minLength: 1, maxLength: 4 }), (linked, names) => {
      const outside = sky()
      const root = join(outside, 'earth')
      const before = untouched(outside)
      for (const [name, to] of Object.entries(linked)) symlinkSync(to, join(root, name))
      const read: string[] = []
      const reader = includeReader(join(root, 'goals/moon.rst'))
      for (const name of [...places, ...names.map((name) => `goals/${name}`)]) {
        // What the user names is not a link.
        if (!join(root, name).startsWith(`${root}/`)) continue
        for (const step of [
          () => void read.push(readText(join(root, name))),
          () => void read.push(reader(`../${name}`) ?? ''),
          () => void writeText(join(root, name), 'Saturn\n', name, { withFolders: true }),
        ])
          try {
            step()
            followed++
          } catch (error) {
            if (!(error instanceof Error) || error.name !== 'CannotError') throw error
            refused++
          }
        expect(existsSync(repositoryRoot(join(root, name))!)).toBe(true)
      }
      expect(read.filter((text) => text === secret)).toEqual([])
      expect(untouched(outside)).toEqual(before)
      rmSync(outside, { recursive: true })
    }),
    { numRuns: 30 },
  )
  expect(Math.min(followed, refused)).toBeGreaterThan(50)
})
