import { expect, test } from 'vitest'
import { mutantsOf, overlap, weave } from '../../scripts/mutants/mutate.ts'

const changes = (source: string) =>
  mutantsOf(source).map(({ kind, offset, endOffset, text }) => `${kind}: ${source.slice(offset, endOffset)} → ${text}`)

test('a module has these changes', () => {
  expect(changes('export const isFar = (orbit: number) => orbit > 30 && !near\n')).toEqual([
    'comparison: orbit > 30 → orbit >= 30',
    'return: orbit > 30 && !near → undefined',
    'boolean: orbit > 30 && !near → orbit > 30 || !near',
    'number: 30 → 31',
    'boolean: !near → near',
  ])
  expect(changes("if (moons) count += 1\nelse throw new Error('none')\n")).toEqual([
    'condition: moons → !(moons)',
    'statement: count += 1 → ',
    'arithmetic: count += 1 → count -= 1',
    'number: 1 → 2',
    "statement: throw new Error('none') → ",
    "string: 'none' → ''",
  ])
})

test('imports, types, keys and joined texts have none', () => {
  expect(changes("import { a } from './a.ts'\nexport { b } from './b.ts'\ntype Ring = 'dust' | 1\nlet c: Ring\n")).toEqual([])
  expect(changes("const ring = { 'of dust': other, text: far + `` }\n")).toEqual(['string: `` → ``'])
})

test('a woven module does what it did until a change is switched on', () => {
  const source = 'let sum = 0\nsum += 2\nresult = sum > 2 ? 7 : 8\n'
  const mutants = mutantsOf(source)
  const run = (woven: string, on: number) => {
    const scope = { mutant: (id: number) => id === on }
    return new Function('globalThis', `let result\n${woven}\nreturn result`)(scope)
  }
  const results = mutants.map((mutant, id) => {
    const woven = weave(source, [{ id, mutant }])
    expect(run(woven, -1)).toBe(8)
    return `${mutant.kind} ${run(woven, id)}`
  })
  expect(results.toSorted()).toEqual(
    [
      'arithmetic 8',
      'comparison 7',
      'condition 7',
      'number 7',
      'number 7',
      'number 8',
      'number 8',
      'number 9',
      'statement 8',
      'statement undefined',
    ].toSorted(),
  )
  expect(overlap(mutants[0]!, mutants[0]!)).toBe(true)
  expect(overlap(mutants[0]!, mutants.at(-1)!)).toBe(false)
})
