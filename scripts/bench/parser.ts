/** Compares the parser with other parsers: throughput on the corpus, growth with the size, and hostile inputs.
 *
 *     npm run bench parser [--rounds N] [--every N] [--only peers|growth|hostile]
 *
 * Machines are noisy: every round times all parsers on the same documents, one after another, and the result is the median of the
 * ratios of all rounds.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { rolldown } from 'rolldown'
import { RstToHtmlCompiler } from 'rst-compiler'
import { whyNoDocutils } from '../../test/conformance/oracle.ts'
import { corpus, whyNoCorpus } from '../../test/conformance/samples.ts'
import { hostileInputs } from '../hostile/documents.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    every: { type: 'string', default: '5' },
    only: { type: 'string' },
  },
})

/** The parser as it is published: bundled. The loader of the scripts would slow down every call between files. */
async function bundled(): Promise<typeof import('../../src/rst/index.ts')> {
  const folder = mkdtempSync(join(tmpdir(), 'goaldoc-bench-'))
  const file = join(folder, 'rst.mjs')
  const bundle = await rolldown({ input: fileURLToPath(new URL('../../src/rst/index.ts', import.meta.url)), platform: 'neutral' })
  await bundle.write({ file, format: 'esm' })
  const module = (await import(pathToFileURL(file).href)) as typeof import('../../src/rst/index.ts')
  rmSync(folder, { recursive: true })
  return module
}
const { docutilsMessages, parseRst } = await bundled()

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN
const milliseconds = (work: () => void) => {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** docutils' parser in a separate process, which stays running and measures itself, so that only parsing counts. */
function docutils() {
  const script = `
import io, json, sys, time
from docutils import frontend, utils
from docutils.parsers.rst import Parser
documents = json.loads(sys.stdin.readline())
settings = frontend.get_default_settings(Parser)
settings.report_level, settings.halt_level, settings.warning_stream = 5, 5, io.StringIO()
settings.file_insertion_enabled = False
for line in sys.stdin:
    indices = json.loads(line)
    start = time.perf_counter()
    for index in indices:
        Parser().parse(documents[index], utils.new_document('test data', settings))
    print(time.perf_counter() - start, flush=True)
`
  const child = spawn('python3', ['-c', script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    start: (sources: readonly string[]) => child.stdin.write(`${JSON.stringify(sources)}\n`),
    async time(indices: readonly number[]) {
      child.stdin.write(`${JSON.stringify(indices)}\n`)
      return Number((await answers.next()).value) * 1000
    },
    stop: () => child.stdin.end(),
  }
}

/** The indexes of the documents that a parser can read without throwing. */
function readable(sources: readonly string[], parse: (source: string) => unknown): number[] {
  return sources.flatMap((source, index) => {
    try {
      parse(source)
      return [index]
    } catch {
      return []
    }
  })
}

async function peers() {
  const sources = corpus()
    .filter((_, index) => index % Number(values.every) === 0)
    .map(({ source }) => source)
  const size = sources.reduce((sum, source) => sum + source.length, 0)
  // The package has no types; an import by a variable keeps the compiler from searching for them.
  const untyped: string = 'restructured'
  const { default: restructured } = (await import(untyped)) as { default: { default: { parse(source: string): unknown } } }
  const compiler = new RstToHtmlCompiler()
  const all = sources.map((_, index) => index)
  const parsers: { name: string; wanted: number; indices: number[]; time(indices: number[]): Promise<number> }[] = []
  const inProcess = (name: string, wanted: number, parse: (source: string) => unknown) => {
    const indices = readable(sources, parse)
    const time = async (which: number[]) => milliseconds(() => which.forEach((index) => void parse(sources[index]!)))
    parsers.push({ name, wanted, indices, time })
  }
  inProcess('restructured', 20, (source) => restructured.default.parse(source))
  inProcess('rst-compiler', 5, (source) => compiler.parse(source))
  const python = whyNoDocutils() ? undefined : docutils()
  if (python) {
    python.start(sources)
    parsers.push({ name: 'docutils', wanted: 20, indices: all, time: python.time })
  }
  for (let warm = 0; warm < 3; warm++) for (const source of sources) parseRst(source)

  const ratios = new Map<string, number[]>()
  const ours: number[] = []
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const { name, indices, time } of parsers) {
      const own = milliseconds(() => indices.forEach((index) => void parseRst(sources[index]!)))
      const theirs = await time(indices)
      ratios.set(name, [...(ratios.get(name) ?? []), theirs / own])
      if (indices.length === sources.length) ours.push(own)
    }
  }
  python?.stop()
  console.log(
    `${sources.length} documents of the corpus, ${(size / 1e6).toFixed(2)} MB: ours ${(size / 1e3 / median(ours)).toFixed(1)} MB/s`,
  )
  for (const { name, wanted, indices } of parsers)
    console.log(
      `  ${median(ratios.get(name) ?? [])
        .toFixed(1)
        .padStart(6)} × ${name} (wanted ${wanted}; it reads ${indices.length} of ${sources.length})`,
    )
}

function growth() {
  const seedFile = fileURLToPath(new URL('../../../shared/corpus/seed.rst', import.meta.url))
  const seed = readFileSync(seedFile, 'utf8')
  for (const [name, parse] of [
    ['parser', (source: string) => void parseRst(source)],
    ['parser and references', (source: string) => void docutilsMessages(source)],
  ] as const) {
    const sources = [16, 64, 256].map((copies) => seed.repeat(copies))
    for (let warm = 0; warm < 3; warm++) for (const source of sources) parse(source)
    const rounds = Array.from({ length: Number(values.rounds) }, () => sources.map((source) => milliseconds(() => parse(source))))
    const factors = [1, 2].map((index) => median(rounds.map((times) => times[index]! / times[index - 1]!)).toFixed(2))
    const shown = sources.map((_, index) => `${median(rounds.map((times) => times[index]!)).toFixed(0)} ms`).join(', ')
    console.log(`growth of the ${name}: ${shown} for 16, 64, 256 copies: ${factors.join(' and ')} for 4 × the input (wanted 4.4)`)
  }
}

function hostile() {
  let [slow, all] = [0, 0]
  for (const { name, source } of hostileInputs()) {
    // By default, a line of a megabyte is rejected.
    const options = { lineLengthLimit: Number.MAX_SAFE_INTEGER }
    let problem = ''
    let time = Number.NaN
    try {
      time = milliseconds(() => parseRst(source, options))
      docutilsMessages(source, options)
    } catch (error) {
      problem = ` THROWN ${(error as Error).message.slice(0, 80)}`
    }
    all += 1
    if (time < 1000 && problem === '') continue
    slow += 1
    console.log(`  ${(time / 1000).toFixed(2)} s for ${(source.length / 1e6).toFixed(2)} MB: ${name}${problem}`)
  }
  console.log(`hostile inputs of 1 MB: ${all - slow} of ${all} parsed in less than 1 s, and nothing thrown`)
}

const reason = whyNoCorpus()
if (reason) console.log(`Skipped on the corpus: ${reason}`)
if (!reason && (values.only ?? 'peers') === 'peers') await peers()
if (!reason && (values.only ?? 'growth') === 'growth') growth()
if ((values.only ?? 'hostile') === 'hostile') hostile()
