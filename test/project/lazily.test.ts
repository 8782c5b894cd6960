import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { expect, test } from 'vitest'
import { asItself, lazily, standIn } from '../../scripts/lazily.ts'

test('a module that waits is stood in for by its functions', () => {
  const code = standIn(
    '/planets/rings.ts',
    'export interface Ring {}\nexport type Dust = string\nexport function count(planet: string): number {\n  return 7\n}\n',
  )
  expect(code).toContain('export function count(...given) { return load().count(...given) }')
  expect(code).toContain("'./rings.cjs'")
  expect(code).not.toContain('Dust')
})

test('what is no function cannot wait', () => {
  expect(() => standIn('/planets/rings.ts', 'export const seven = 7\n')).toThrow(
    'Cannot load rings.ts lazily: `seven` is no function',
  )
})

test('a module is loaded as itself for the file of its own', async () => {
  const file = join(import.meta.dirname, '../../src/text/once.ts')
  const made = await rolldown({ input: { alone: file + asItself, called: file }, plugins: [lazily([file])] })
  const { output } = await made.generate({ format: 'cjs' })
  await made.close()
  const codeOf = (name: string) => output.flatMap((chunk) => (chunk.type === 'chunk' && chunk.name === name ? chunk.code : []))[0]
  expect(codeOf('alone')).toContain('made ??=')
  expect(codeOf('called')).toContain('load().once(...given)')
})
