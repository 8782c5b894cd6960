/** Looks for slow documents among random ones. Measures each at two sizes, again if it seems slow, and prints those that would take more
 * than `--most` seconds at the largest size that the linter reads, or that grow faster than their size.
 *
 *     node --import jiti/register scripts/hostile-random.ts --seconds 60 [--seed 1] [--size 64] [--most 2] [--pairs]
 *
 * `--pairs` measures each pair of printable characters instead: on one line, on lines, and in paragraphs.
 */
import { parseArgs } from 'node:util'
import { readGoal } from '../src/document/index.ts'
import { fixAll, lint } from '../src/lint/index.ts'
import { formats } from '../src/report/index.ts'
import { parseRst, toPseudoXml } from '../src/rst/index.ts'
import { largestDocument } from '../src/text/index.ts'
import { type Recipe, recipe } from './hostile/recipes.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    size: { type: 'string', default: '64' },
    most: { type: 'string', default: '2' },
    pairs: { type: 'boolean', default: false },
  },
})
const size = Number(values.size) * 1024
const mostSeconds = Number(values.most)
/** If four times the input takes more than this factor of time, it is not linear. Shorter times (in seconds) are mostly noise. */
const [mostGrowth, floor] = [7, 0.15]

const path = 'goals/orbit/telescopes.rst'
const pretty = formats.find(({ name }) => name === 'pretty')!
const deeds: Record<string, (source: string) => unknown> = {
  lint: (source) => pretty.format([{ path, source, diagnostics: lint(source, { path }) }], { all: true }),
  fix: (source) => fixAll(source, { path, unsafe: true }),
  tree: (source) => toPseudoXml(parseRst(source)),
  read: (source) => readGoal(source),
}

function secondsOf(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** By how much a document can grow before it is refused. */
function roomOf(source: string): number {
  return Math.min(largestDocument.characters / source.length, largestDocument.lines / source.split('\n').length)
}

/** The fault of a document in words. */
function faultOf(work: (source: string) => unknown, small: string, large: string): string | undefined {
  try {
    const [before, after] = [secondsOf(() => work(small)), secondsOf(() => work(large))]
    const most = after * Math.max(1, roomOf(large))
    const isLinear = after < floor || after < mostGrowth * before
    const times = `${before.toFixed(2)} s, then ${after.toFixed(2)} s, ${most.toFixed(1)} s at the largest size`
    return isLinear && most < mostSeconds ? undefined : times
  } catch (error) {
    return `thrown: ${String(error).slice(0, 200)}`
  }
}

function measure({ name, fill }: Recipe): void {
  const [small, large] = [fill(size / 4), fill(size)]
  for (const [deed, work] of Object.entries(deeds)) {
    const fault = faultOf(work, small, large) && faultOf(work, small, large)
    if (fault) process.stdout.write(`${deed}: ${fault}: ${name}\n`)
  }
}

function* characterPairs(): Generator<Recipe> {
  const characters = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))
  for (const first of characters)
    for (const second of characters)
      for (const end of ['', '\n', '\n\n']) {
        const text = first + second + end
        yield { name: JSON.stringify(text), fill: (length) => text.repeat(length / text.length) }
      }
}

function* randomRecipes(): Generator<Recipe> {
  for (let seed = Number(values.seed) * 1_000_000; ; seed++) yield recipe(seed)
}

const end = Date.now() + Number(values.seconds) * 1000
let count = 0
for (const one of values.pairs ? characterPairs() : randomRecipes()) {
  if (Date.now() > end) break
  measure(one)
  count++
}
process.stdout.write(`${count} documents\n`)
