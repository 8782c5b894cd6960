/** What is promised of every file that is written. */
import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { readText, removeLeftoversBelow, writeText } from '../../src/repository/index.ts'

/** Runs when a temporary file has been written. */
const written = vi.hoisted(() => ({ run: () => {} }))
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const writeFileSync: typeof fs.writeFileSync = (path, ...rest) => {
    fs.writeFileSync(path, ...rest)
    if (String(path).endsWith('.tmp')) written.run()
  }
  return { ...fs, writeFileSync }
})

let outside: string
let root: string
const at = (name: string) => join(root, name)

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'goaldoc-writing-'))
  root = join(outside, 'observatory')
  mkdirSync(join(root, '.git'), { recursive: true })
  mkdirSync(at('goals'))
})

test('a file is created, changed, and not written if nothing changes', () => {
  expect(writeText(at('goals/mars.rst'), 'Mars\n')).toBe(true)
  chmodSync(at('goals/mars.rst'), 0o640)
  expect(writeText(at('goals/mars.rst'), 'Venus\n', 'mars.rst', { before: 'Mars\n' })).toBe(true)
  const { mtimeMs } = statSync(at('goals/mars.rst'))
  expect(writeText(at('goals/mars.rst'), 'Venus\n')).toBe(false)
  expect(readText(at('goals/mars.rst'))).toBe('Venus\n')
  expect(statSync(at('goals/mars.rst')).mode & 0o777).toBe(0o640)
  expect(statSync(at('goals/mars.rst')).mtimeMs).toBe(mtimeMs)
  expect(readdirSync(at('goals'))).toEqual(['mars.rst'])
})

test('an edit made by another program in the meantime is kept', () => {
  writeFileSync(at('mars.rst'), 'Mars\nPhobos\n')
  expect(() => writeText(at('mars.rst'), 'Venus\n', 'mars.rst', { before: 'Mars\n' })).toThrow(
    'Cannot write mars.rst: it was changed in the meantime. Run the command again.',
  )
  expect(readText(at('mars.rst'))).toBe('Mars\nPhobos\n')
  // And one that is made while the new text is written to the disk.
  for (const [name, before] of [
    ['mars.rst', 'Mars\nPhobos\n'],
    ['venus.rst', undefined],
  ] as const) {
    written.run = () => appendFileSync(at(name), 'Deimos\n')
    expect(() => writeText(at(name), 'Venus\n', name, { before })).toThrow(
      `Cannot write ${name}: it was changed in the meantime.`,
    )
    written.run = () => {}
    expect(readText(at(name))).toBe(`${before ?? ''}Deimos\n`)
  }
  expect(readdirSync(root).sort()).toEqual(['.git', 'goals', 'mars.rst', 'venus.rst'])
})

test('a read-only file is not replaced', () => {
  writeFileSync(at('mars.rst'), 'Mars\n', { mode: 0o444 })
  expect(() => writeText(at('mars.rst'), 'Venus\n', 'mars.rst')).toThrow('Cannot write mars.rst: it is read-only.')
  expect(readText(at('mars.rst'))).toBe('Mars\n')
})

test('a link within the repository stays a link', () => {
  writeFileSync(at('mars.rst'), 'Mars\n')
  symlinkSync('../mars.rst', at('goals/link.rst'))
  writeText(at('goals/link.rst'), 'Venus\n')
  expect(lstatSync(at('goals/link.rst')).isSymbolicLink()).toBe(true)
  expect(readText(at('mars.rst'))).toBe('Venus\n')
})

test.each([
  ['a file', () => symlinkSync(join(outside, 'secret.rst'), at('goals/mars.rst')), 'goals/mars.rst'],
  ['a folder', () => symlinkSync(outside, at('linked')), 'linked/secret.rst'],
  ['a folder, for a new file', () => symlinkSync(outside, at('linked')), 'linked/new/mars.rst'],
  [
    'a file that does not exist, in a linked folder,',
    () => {
      symlinkSync(outside, at('linked'))
      symlinkSync('linked/new.rst', at('first.rst'))
      symlinkSync('../first.rst', at('goals/mars.rst'))
    },
    'goals/mars.rst',
  ],
])('writing to %s behind a link out of the repository is refused', (_, link, name) => {
  writeFileSync(join(outside, 'secret.rst'), 'Secret\n')
  link()
  expect(() => writeText(at(name), 'Mars\n', name, { withFolders: true })).toThrow(
    `Cannot write ${name}: it is a link that leads out of the repository. Replace the link by a file.`,
  )
  expect(readFileSync(join(outside, 'secret.rst'), 'utf8')).toBe('Secret\n')
  expect(readdirSync(outside).sort()).toEqual(['observatory', 'secret.rst'])
})

test('temporary files of killed runs are removed, those of running ones are kept', () => {
  // The number of a process that has ended.
  const ended = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }))
  const [left, needed, other] = [`.mars.rst.${ended}-a1.tmp`, `.mars.rst.${process.pid}-a1.tmp`, `.venus.rst.${ended}-a1.tmp`]
  for (const name of [left, needed, other]) writeFileSync(at(name), 'Ma')
  writeText(at('mars.rst'), 'Mars\n')
  expect(readdirSync(root).sort()).toEqual(['.git', needed, other, 'goals', 'mars.rst'])
})

test('a missing folder, a folder at the path and a pipe are clear errors', () => {
  expect(() => writeText(at('none/mars.rst'), 'Mars\n', 'none/mars.rst')).toThrow(
    'Cannot write none/mars.rst: its folder is missing. There is no folder none.',
  )
  expect(() => writeText(at('goals'), 'Mars\n', 'goals')).toThrow('Cannot write goals: it is a folder.')
  execFileSync('mkfifo', [at('pipe.rst')])
  expect(() => readText(at('pipe.rst'), 'pipe.rst')).toThrow(
    'Cannot read pipe.rst: it is a pipe. Use `-` to read the standard input.',
  )
})

test('the temporary files of killed runs are removed in all folders by a command that may refuse', () => {
  const ended = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }))
  mkdirSync(at('goals/proposed'))
  for (const name of [`.mars.rst.${ended}-a1.tmp`, `.mars.rst.${process.pid}-a1.tmp`, 'mars.rst', '.notes.tmp'])
    writeFileSync(at(`goals/proposed/${name}`), '')
  removeLeftoversBelow(at('goals'))
  expect(readdirSync(at('goals/proposed')).sort()).toEqual([`.mars.rst.${process.pid}-a1.tmp`, '.notes.tmp', 'mars.rst'].sort())
})
