import { expect, test } from 'vitest'
import { standIn } from '../../scripts/lazily.ts'

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
