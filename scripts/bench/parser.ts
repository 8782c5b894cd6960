/** The parser beside its peers, in one process: how many times as long they take on the corpus, and on documents of other projects. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { RstToHtmlCompiler } from 'rst-compiler'
import { oracles } from '../../test/conformance/oracle.ts'
import { corpus, foreign, whyNoCorpus } from '../../test/conformance/samples.ts'
import { bundled, median, processorTime, rounds, row, spread } from '../measure.ts'

const { parseRst } = await bundled<typeof import('../../src/rst/index.ts')>('src/rst/index.ts')

/** docutils' parser in a process of its own that stays warm. It times itself, so that only its work counts. */
function docutils() {
  const script = `
import io, json, sys, time
from docutils import __version__, frontend, utils
from docutils.parsers.rst import Parser
print(__version__, flush=True)
documents = json.loads(sys.stdin.readline())
settings = frontend.get_default_settings(Parser)
settings.report_level, settings.halt_level, settings.warning_stream = 5, 5, io.StringIO()
settings.file_insertion_enabled = False
for line in sys.stdin:
    indices = json.loads(line)
    start = time.process_time()
    for index in indices:
        try: Parser().parse(documents[index], utils.new_document('test data', settings))
        except Exception: pass
    print(time.process_time() - start, flush=True)
`
  const newest = `${oracles}/docutils-0.23`
  const env = existsSync(newest) ? { ...process.env, PYTHONPATH: newest } : process.env
  const child = spawn('/usr/bin/python3', ['-c', script], { stdio: ['pipe', 'pipe', 'ignore'], env })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async () => String((await answers.next()).value)
  return {
    version: next,
    start: (sources: readonly string[]) => child.stdin.write(`${JSON.stringify(sources)}\n`),
    async time(indices: readonly number[]) {
      child.stdin.write(`${JSON.stringify(indices)}\n`)
      return Number(await next()) * 1000
    },
    stop: () => child.stdin.end(),
  }
}

/** The documents that a parser reads without a throw. */
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

/** How long each parser runs before it is measured: about then, Node has compiled what the fastest of them needs. */
const warmUpTime = 2000

async function warmUp(indices: readonly number[], time: (indices: readonly number[]) => number | Promise<number>) {
  for (let spent = 0; spent < warmUpTime; ) spent += await time(indices)
}

interface Peer {
  name: string
  wanted: string
  indices: number[]
  time(indices: readonly number[]): Promise<number>
}

async function compare(where: string, sources: readonly string[]) {
  // It has no types: the name in a variable keeps the compiler from looking for them.
  const untyped: string = 'restructured'
  const { default: restructured } = (await import(untyped)) as { default: { default: { parse(source: string): unknown } } }
  const compiler = new RstToHtmlCompiler()
  const inProcess = (name: string, wanted: string, parse: (source: string) => unknown): Peer => ({
    name,
    wanted,
    indices: readable(sources, parse),
    time: async (which) => processorTime(() => which.forEach((index) => void parse(sources[index]!))),
  })
  const python = docutils()
  const version = await python.version()
  python.start(sources)
  const peers: Peer[] = [
    inProcess('restructured', '20', (source) => restructured.default.parse(source)),
    inProcess('rst-compiler', '5', (source) => compiler.parse(source)),
    { name: `docutils ${version}`, wanted: '25', indices: sources.map((_, index) => index), time: python.time },
  ]
  const reading = peers.filter(({ indices }) => indices.length > 0)
  for (const { name } of peers.filter(({ indices }) => indices.length === 0))
    row(`parser, ${where}: ${name}`, 'reads none of them')
  const own = (indices: readonly number[]) => processorTime(() => indices.forEach((index) => void parseRst(sources[index]!)))
  for (const { indices, time } of [{ indices: sources.map((_, index) => index), time: own }, ...reading])
    await warmUp(indices, time)
  const ratios = new Map(reading.map(({ name }) => [name, [] as number[]]))
  const speeds: number[] = []
  for (let round = 0; round < rounds; round++) {
    for (const { name, indices, time } of reading) {
      const ownTime = own(indices)
      ratios.get(name)!.push((await time(indices)) / ownTime)
      speeds.push(indices.reduce((sum, index) => sum + sources[index]!.length, 0) / 1e3 / ownTime)
    }
  }
  python.stop()
  row(`parser, ${sources.length} documents of ${where}, MB/s`, `${median(speeds).toFixed(1)}`)
  for (const { name, wanted, indices } of reading) {
    const part = indices.length < sources.length ? `, which reads ${indices.length} of them` : ''
    row(`parser, ${where}: times as fast as ${name}${part}`, spread(ratios.get(name)!), wanted)
  }
}

const reason = whyNoCorpus()
if (reason) process.stdout.write(`Not measured: the parser, since there is ${reason}\n`)
else {
  const every = (step: number) => (_: unknown, index: number) => index % step === 0
  await compare(
    'the corpus',
    corpus()
      .filter(every(2))
      .map(({ source }) => source),
  )
  await compare(
    'other projects',
    foreign()
      .filter(every(5))
      .map(({ source }) => source),
  )
}
