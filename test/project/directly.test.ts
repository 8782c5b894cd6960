import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { afterAll, expect, test } from 'vitest'
import { checkCircles, directly, withValues } from '../../scripts/directly.ts'

const folder = mkdtempSync(join(tmpdir(), 'directly-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('chunks read the exports of others once', async () => {
  writeFileSync(
    join(folder, 'orbits.mjs'),
    'export const orbits = { Mars: 687 }\nexport function daysOf(name) { return orbits[name] }',
  )
  writeFileSync(join(folder, 'first.mjs'), "import { daysOf } from './orbits.mjs'\nexport const days = daysOf('Mars')")
  writeFileSync(
    join(folder, 'second.mjs'),
    "import { daysOf, orbits } from './orbits.mjs'\norbits.Venus = 225\nexport const days = ['Venus'].map(daysOf)",
  )
  const made = await rolldown({
    input: { first: join(folder, 'first.mjs'), second: join(folder, 'second.mjs') },
    plugins: [directly()],
  })
  const { output } = await made.write({ dir: folder, format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'shared.cjs' })
  await made.close()
  const code = output.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n')
  expect(code).not.toContain('get: function')
  expect(code).toContain('const { daysOf: require_orbits$daysOf } = require("./shared.cjs");')
  const load = createRequire(join(folder, 'orbits.mjs'))
  expect([load('./first.cjs').days, load('./second.cjs').days]).toEqual([687, [225]])
})

test('an export without a value is an error', () => {
  const getter =
    'Object.defineProperty(exports, "moons", {\n  enumerable: true,\n  get: function () {\n    return moons$1;\n  }\n});'
  expect(withValues(`const moons$1 = 2;\n${getter}`)).toBe('const moons$1 = 2;\nexports.moons = moons$1;')
  expect(() => withValues(`var moons$1;\n${getter}`)).toThrow('Cannot build: `moons$1` is exported before it has a value')
})

test('chunks that import each other are an error', () => {
  const chunk = (fileName: string, ...imports: string[]) => ({ fileName, imports })
  expect(() =>
    checkCircles([chunk('sun', 'mars'), chunk('mars', 'moon'), chunk('moon'), chunk('venus', 'moon', 'node:fs')]),
  ).not.toThrow()
  expect(() => checkCircles([chunk('sun', 'mars'), chunk('mars', 'moon'), chunk('moon', 'mars')])).toThrow('mars → moon → mars')
})
