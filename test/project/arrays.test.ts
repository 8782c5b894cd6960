import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { afterAll, expect, test } from 'vitest'
import { rewritten } from '../../scripts/arrays.ts'

const folder = mkdtempSync(join(tmpdir(), 'arrays-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Each function returns something that shows the order of its steps. The names say what must happen to the loop or pattern. */
const source = `
type Pair = readonly [name: string, moons?: number]
const pairs: readonly Pair[] = [['Mars', 2], ['Venus'], ['Jupiter', 95]]

export function changedGrowing(): number[] {
  const orbits = [1, 2]
  for (const orbit of orbits) if (orbit < 40) orbits.push(orbit * 3)
  return orbits
}
export function changedPairs(): string[] {
  const found: string[] = []
  for (const [name, moons = name.length] of pairs) found.push(\`\${name} 🪐 \${moons}\`)
  return found
}
export function changedNested(): string[] {
  const found: string[] = []
  planets: for (const [planet] of pairs)
    for (const letter of [...planet]) {
      if (letter === 'u') continue planets
      const planet = letter.toUpperCase()
      found.push(planet)
    }
  return found
}
export function changedClosures(): number[] {
  const asks: (() => number)[] = []
  for (let at of [1, 2, 3]) asks.push(() => at++)
  return asks.flatMap((ask) => [ask(), ask()])
}
export function changedMatch(text = 'M31, NGC 224'): unknown[] {
  const [whole, letters, , digits = 'none'] = /([A-Z]+)( ?)(\\d+)?/.exec(text) ?? []
  const [first, second] = [digits + 1, [letters].map(([letter]) => letter)]
  return [whole, first, second]
}
export function changedParameter(): string[] {
  return pairs.map(([name, moons], index) => name + moons + index)
}
export function changedCondition(): number[] {
  const found: number[] = []
  for (const orbit of 'moons' in { moons: 1 } ? [1, 2] : [3]) found.push(orbit)
  return found
}
export function keptSet(): number[] {
  const seen = new Set([1])
  for (const one of seen) if (one < 9) seen.add(one * 2)
  return [...seen]
}
export function keptMap(): string[] {
  const found: string[] = []
  for (const [name, moons] of new Map(pairs.map(([name, moons]) => [name, moons]))) found.push(name + moons)
  return found
}
export function keptText(): string[] {
  const [first, second] = '🪐 Saturn'
  const found = [first!, second!]
  for (const letter of '🔭X') found.push(letter)
  return found
}
export function keptGenerator(): string[] {
  const steps: string[] = []
  function* nights() {
    for (const night of [1, 2, 3]) {
      steps.push('night ' + night)
      yield night
    }
  }
  for (const night of nights()) if (night === 2) break
  const [only] = nights()
  return [...steps, String(only)]
}
export function keptRest(): unknown[] {
  const [first, ...others] = pairs
  return [first, others]
}
export function keptAny(given: any = new Set(['Pluto'])): string[] {
  const found: string[] = []
  for (const name of given) found.push(name)
  return found
}
`

test('arrays are read by index, everything else as it was, with the same results', async () => {
  const file = join(folder, 'orbits.ts')
  const config = join(folder, 'tsconfig.json')
  writeFileSync(file, source)
  writeFileSync(
    config,
    JSON.stringify({ compilerOptions: { strict: true, target: 'es2022', lib: ['es2023'], types: [] }, files: ['orbits.ts'] }),
  )
  const code = rewritten(config, folder).get(file)!
  const [before, after] = [await functionsOf(file, source), await functionsOf(file, code)]
  const results = (functions: typeof before) => Object.entries(functions).map(([name, run]) => [name, run()])
  expect(results(after)).toEqual(results(before))
  const iterating = Object.keys(after).filter((name) => / of |\[\s*\w+[^\]]*\] = (?!\[)/.test(withoutGenerator(after[name]!)))
  expect(iterating).toEqual(Object.keys(before).filter((name) => name.startsWith('kept')))
})

/** The inner generator reads an array. */
function withoutGenerator(run: () => unknown): string {
  return String(run).replace(/function\* [\s\S]*?yield/, '')
}

async function functionsOf(file: string, code: string): Promise<Record<string, () => unknown>> {
  const made = await rolldown({
    input: file,
    plugins: [{ name: 'given', load: (id) => (id === file ? { code, moduleType: 'ts' } : null) }],
  })
  const { output } = await made.generate({ format: 'esm' })
  await made.close()
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`)
}
