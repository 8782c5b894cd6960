/** How the executable loads what is inside of it. `npm run installers` builds and runs the executable itself. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { type EmbeddedFile, embedded, packages } from '../../scripts/executable/loader.ts'

const none = Buffer.alloc(0)

/** `require` for a package with these files. */
function withFiles(files: Record<string, string>, compiled: Record<string, Buffer> = {}) {
  const read: string[] = []
  const kept = new Map<string, { code: Buffer; isRejected: boolean | undefined }>()
  const required = embedded(
    (name): EmbeddedFile => {
      read.push(name)
      if (files[name] === undefined) throw new Error(`There is no ${name}`)
      return { source: files[name], compiled: compiled[name] ?? none }
    },
    (name, script) => kept.set(name, { code: script.createCachedData(), isRejected: script.cachedDataRejected }),
  )
  return { required, read, kept }
}

test('files require each other by relative paths, once, also in a circle', () => {
  const { required, read } = withFiles({
    'dist/bin.cjs':
      "exports.early = true; exports.orbit = require('./chunks/orbit.cjs').orbit; exports.again = require('../dist/bin.cjs')",
    'dist/chunks/orbit.cjs': "exports.orbit = require('../bin.cjs').early ? 'round' : 'flat'",
  })
  const bin = required('./dist/bin.cjs') as { orbit: string; again: unknown }
  expect(bin.orbit).toBe('round')
  expect(bin.again).toBe(bin)
  expect(read).toEqual(['dist/bin.cjs', 'dist/chunks/orbit.cjs'])
})

test('each package that the command leaves outside is found inside; JSON is parsed; a missing file is an error', () => {
  const { required } = withFiles({
    ...Object.fromEntries(Object.entries(packages).map(([id, file]) => [file, `module.exports = 'inside: ${id}'`])),
    'package.json': '{ "name": "goaldoc", "version": "9.9.9" }',
  })
  for (const id of Object.keys(packages)) expect(required(id)).toBe(`inside: ${id}`)
  expect(required('./package.json')).toEqual({ name: 'goaldoc', version: '9.9.9' })
  expect(() => required('./dist/moon.cjs')).toThrow('There is no dist/moon.cjs')
})

test('a file has a name below the executable, and what it makes with createRequire finds the package; for a file on the disk, the disk', () => {
  const { required } = withFiles({
    'dist/bin.cjs': `exports.name = __filename
exports.folder = __dirname
exports.url = require('url').pathToFileURL(__filename).href
exports.from = (place) => require('node:module').createRequire(place)
exports.builtin = require('node:module').isBuiltin('fs')`,
    'dist/inside.cjs': "module.exports = 'inside'",
  })
  const bin = required('./dist/bin.cjs') as {
    name: string
    folder: string
    url: string
    builtin: boolean
    from: (place: string | URL) => (id: string) => unknown
  }
  expect(bin.name).toBe(join(process.execPath, 'dist/bin.cjs'))
  expect(bin.folder).toBe(join(process.execPath, 'dist'))
  expect(bin.builtin).toBe(true)
  for (const place of [bin.url, new URL(bin.url), bin.name]) expect(bin.from(place)('./inside.cjs')).toBe('inside')
  const here = bin.from(pathToFileURL(import.meta.filename).href)
  expect(here('../../package.json')).toMatchObject({ name: 'goaldoc', type: 'module' })
  expect(() => here('./inside.cjs')).toThrow('Cannot find module')
})

test('compiled code is used, and the code of another source is not', () => {
  const files = { 'dist/bin.cjs': 'exports.orbit = () => 1' }
  const { required, kept } = withFiles(files)
  required('./dist/bin.cjs')
  const { code } = kept.get('dist/bin.cjs')!
  const again = withFiles(files, { 'dist/bin.cjs': code })
  again.required('./dist/bin.cjs')
  expect(again.kept.get('dist/bin.cjs')!.isRejected).toBe(false)
  const other = withFiles({ 'dist/bin.cjs': 'exports.orbit = () => 1 + 1' }, { 'dist/bin.cjs': code })
  expect((other.required('./dist/bin.cjs') as { orbit: () => number }).orbit()).toBe(2)
  expect(other.kept.get('dist/bin.cjs')!.isRejected).toBe(true)
})
