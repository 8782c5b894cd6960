/** Patterns of `.gitignore`: git is the oracle. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gitPatterns } from '../../src/text/index.ts'

const pieces = [...'ab?#!. -]\\/*', '**', '/**', '**/', '/**/', '\\*', ...['[ab]', '[!a]', '[^b]', '[a-b]', '[]a]', '[\\]]']]
const pattern = fc.array(fc.constantFrom(...pieces, '[[:alpha:]]', '[', 'dome'), { minLength: 1, maxLength: 6 })
const name = fc.constantFrom('a', 'b', 'ab', 'a.b', '#a', '!b', 'a b', ']', '*', '-', 'a-b', 'dome', 'Dome')
const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'))

/** Whether a path is ignored; a folder's files are ignored with it. */
function isIgnored(text: string, name: string): boolean {
  const said = gitPatterns(text)
  const parts = name.split('/')
  const parents = parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
  return parents.some((parent) => said(parent, true) === 'ignored') || said(name, false) === 'ignored'
}

test('ignores what git ignores', () => {
  const folder = mkdtempSync(join(tmpdir(), 'goaldoc-patterns-'))
  const git = (args: readonly string[], input: string) =>
    spawnSync('git', ['-c', 'core.ignorecase=true', ...args], { cwd: folder, input, encoding: 'utf8' }).stdout
  const figures = { ignored: 0, kept: 0 }
  try {
    git(['init', '--quiet'], '')
    const file = fc.array(
      pattern.map((parts) => parts.join('')),
      { minLength: 1, maxLength: 3 },
    )
    fc.assert(
      fc.property(file, fc.uniqueArray(path, { minLength: 40, maxLength: 40 }), (lines, paths) => {
        const text = `${lines.join('\n')}\n`
        writeFileSync(join(folder, '.gitignore'), text)
        // Each path has four fields; the third is the pattern that decides, if there is one.
        const fields = git(['check-ignore', '--no-index', '-vnz', '--stdin'], `${paths.join('\0')}\0`).split('\0')
        const expected = paths.filter((_, index) => /^(?!!)./.test(fields[4 * index + 2]!))
        expect(paths.filter((name) => isIgnored(text, name))).toEqual(expected)
        figures.ignored += expected.length
        figures.kept += paths.length - expected.length
      }),
      { numRuns: 100 },
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
  expect(figures.ignored).toBeGreaterThan(500)
  expect(figures.kept).toBeGreaterThan(500)
})

test('stars and folders multiply no steps', () => {
  const stars = `${'**/*a*/'.repeat(30)}c\n${'*a?*'.repeat(30)}c\n${'a/**/'.repeat(30)}b\n`
  const said = gitPatterns(stars)
  expect(said(`${'a/'.repeat(500)}d`, false)).toBeUndefined()
  expect(said(`${'a/'.repeat(500)}b`, false)).toBe('ignored')
  expect(said('ab'.repeat(100), false)).toBeUndefined()
})
