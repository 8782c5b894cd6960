/** Looks for slow documents among random ones. Measures each at two sizes, again if it seems slow, and prints those that would take more
 * than `--most` seconds at the largest size that the linter reads, or that grow faster than their size.
 *
 *     node --import jiti/register scripts/hostile-random.ts --seconds 60 [--seed 1] [--size 64] [--most 2] [--pairs | --files]
 *
 * `--pairs` measures pairs of punctuation, letters and digits instead: on one line, on lines, and in paragraphs. `--files` measures files
 * that are no documents: models, team lists, configurations, baselines.
 */
import { parseArgs } from 'node:util'
import { readGoal } from '../src/document/index.ts'
import { fixAll, lint } from '../src/lint/index.ts'
import { formats } from '../src/report/index.ts'
import { parseRst, toPseudoXml } from '../src/rst/index.ts'
import { largestDocument, longestYaml } from '../src/text/index.ts'
import { fileDeeds } from './hostile/file-deeds.ts'
import { fileRecipe } from './hostile/file-recipes.ts'
import { type Recipe, recipe } from './hostile/recipes.ts'
import { processorTime } from './measure.ts'

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    size: { type: 'string', default: '64' },
    most: { type: 'string', default: '2' },
    pairs: { type: 'boolean', default: false },
    files: { type: 'boolean', default: false },
  },
})
const size = Number(values.size) * 1024
const mostSeconds = Number(values.most)
/** If four times the input takes more than this factor of time, it is not linear. Shorter times (in seconds) are mostly noise. */
const [mostGrowth, floor] = [7, 0.15]

const path = 'goals/orbit/telescopes.rst'
const pretty = formats.find(({ name }) => name === 'pretty')!
const documentDeeds: Record<string, (source: string) => unknown> = {
  lint: (source) => pretty.format([{ path, source, diagnostics: lint(source, { path }) }], { all: true }),
  fix: (source) => fixAll(source, { path, unsafe: true }),
  tree: (source) => toPseudoXml(parseRst(source)),
  read: (source) => readGoal(source),
}

const deeds = values.files ? fileDeeds : documentDeeds

const secondsOf = (work: () => unknown) => processorTime(work) / 1000

/** The size at which a document like this one is as large as the linter reads; a file may have any number of lines. */
function largestLike(source: string): number {
  const { characters, lines } = values.files ? { characters: longestYaml, lines: Infinity } : largestDocument
  return Math.floor(Math.min(characters, (lines / source.split('\n').length) * source.length * 0.99))
}

/** The fault of a kind of document in words. Only one that may be slow is measured at the other sizes. */
function faultOf(work: (source: string) => unknown, fill: Recipe['fill']): string | undefined {
  const timed = (length: number) => {
    const source = fill(length)
    return secondsOf(() => work(source))
  }
  const source = fill(size)
  const largest = Math.max(size, largestLike(source))
  const seconds = secondsOf(() => work(source))
  if (seconds < floor && (seconds * largest) / size < mostSeconds) return undefined
  const [before, most] = [timed(size / 4), timed(largest)]
  if (seconds < Math.max(floor, mostGrowth * before) && most < mostSeconds) return undefined
  const kibibytes = (length: number) => `${Math.round(length / 1024)} KiB`
  const all = [size / 4, size, largest].map(
    (length, at) => `${[before, seconds, most][at]!.toFixed(2)} s for ${kibibytes(length)}`,
  )
  return all.join(', ')
}

function measure({ name, fill }: Recipe): void {
  for (const [deed, work] of Object.entries(deeds)) {
    const fault = faultOf(work, fill) && faultOf(work, fill)
    if (fault) process.stdout.write(`${deed}: ${fault}: ${name}\n`)
  }
}

function* characterPairs(): Generator<Recipe> {
  const characters = [...'\t !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~019aimxAIV']
  for (const first of characters)
    for (const second of characters)
      for (const end of ['', '\n', '\n\n']) {
        const text = first + second + end
        yield { name: JSON.stringify(text), fill: (length) => text.repeat(length / text.length) }
      }
}

function* randomRecipes(make: (seed: number) => Recipe): Generator<Recipe> {
  for (let seed = Number(values.seed) * 1_000_000; ; seed++) yield make(seed)
}

const end = Date.now() + Number(values.seconds) * 1000
let count = 0
for (const one of values.pairs ? characterPairs() : randomRecipes(values.files ? fileRecipe : recipe)) {
  if (Date.now() > end) break
  measure(one)
  count++
}
process.stdout.write(`${count} documents\n`)
