/** The command line, cold, beside an empty Node and the linters that people use: one goal, the corpus, documents of other projects. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { corpus, foreign, whyNoCorpus } from '../../test/conformance/samples.ts'
import { goalOf, rosterOf } from '../goals.ts'
import { commandTime, median, rounds, row, spread } from '../measure.ts'

const bin = join(import.meta.dirname, '../../dist/bin.cjs')
if (!existsSync(bin)) {
  process.stderr.write('Cannot time the command: it is not built. Run `npm run build`.\n')
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'goaldoc-bench-'))
const write = (path: string, text: string) => {
  mkdirSync(join(folder, path, '..'), { recursive: true })
  writeFileSync(join(folder, path), text)
  return join(folder, path)
}

interface Contender {
  name: string
  command: readonly string[]
  wanted?: string
}

/** Times commands in turns; a row for each, against the first of them. */
function compare(what: string, turns: number, contenders: readonly Contender[], isAgainstOwn: boolean): void {
  const times = new Map<string, number[]>()
  for (let turn = -1; turn < turns; turn++) {
    for (const { name, command } of contenders) {
      const time = commandTime(command)
      // The first turn fills the caches of files and of compiled code.
      if (time !== undefined && turn >= 0) times.set(name, [...(times.get(name) ?? []), time])
    }
  }
  const [first, ...others] = contenders
  const base = times.get(first!.name)!
  row(`${what}: ${first!.name}, ms`, median(base).toFixed(0))
  for (const { name, wanted } of others) {
    const list = times.get(name)
    if (!list) process.stderr.write(`Not measured: ${name}, which is not installed\n`)
    else {
      const ratios = list.map((time, turn) => time / base[turn]!)
      row(
        `${what}: ${name}, ${isAgainstOwn ? 'times as long as goaldoc' : 'times as long as `node -e 0`'}`,
        spread(ratios, 2),
        wanted,
      )
    }
  }
}

const own = (...args: string[]) => [process.execPath, bin, ...args]
write('one/reference/projects.yaml', rosterOf(1000))
write('one/goaldoc.config.yaml', 'docutils: "0.23"\nrules:\n  style/tab: warning\n')
const goal = write('one/goals/orbit/comets.rst', goalOf(40))
write('with-model/reference/projects.yaml', rosterOf(1000))
write('with-model/goaldoc.config.yaml', 'docutils: "0.23"\n')
const both = write('with-model/goals/orbit/comets.rst', goalOf(40))
commandTime(own('import', both))
// Each run of a few is learnt from by the cache of compiled code.
for (let run = 0; run < 4; run++)
  for (const command of [own('lint', goal), own('check', both), own('render', '--check', both)]) commandTime(command)

compare(
  'one goal, cold',
  rounds * 3,
  [
    { name: 'node -e 0', command: [process.execPath, '-e', '0'] },
    { name: 'goaldoc lint', command: own('lint', goal), wanted: '1.5' },
    { name: 'goaldoc check, with a model', command: own('check', both), wanted: '1.5' },
    {
      name: 'goaldoc render --check, with a model',
      command: own('render', '--check', both.replace(/rst$/, 'yaml')),
      wanted: '1.5',
    },
  ],
  false,
)
write('one/goals/orbit/conf.py', 'project = "orbit"\nroot_doc = "comets"\n')
const sphinx = ['sphinx-build', '-E', '-W', '-q', '-b', 'dummy', join(folder, 'one/goals/orbit'), join(folder, 'out')]
const linters = (...paths: string[]): Contender[] => [
  { name: 'goaldoc lint', command: own('lint', '-q', ...paths) },
  { name: 'rst-lint', command: ['rst-lint', ...paths] },
  { name: 'doc8', command: ['doc8', '-q', ...paths], wanted: '10' },
  { name: 'rstcheck', command: ['rstcheck', ...paths], wanted: '10' },
  { name: 'sphinx-lint', command: ['sphinx-lint', ...paths], wanted: '5' },
]
compare('one goal', rounds, [...linters(goal), { name: 'sphinx-build -W', command: sphinx }], true)
const reason = whyNoCorpus()
if (reason) process.stderr.write(`Not measured: many documents, since there is ${reason}\n`)
else {
  const samples = {
    'the corpus': corpus(),
    '400 documents of other projects': foreign().slice(0, 400),
  }
  for (const [name, all] of Object.entries(samples)) {
    const place = name.replaceAll(' ', '-')
    const paths = all.map(({ source }, index) => write(`${place}/${index}.rst`, source))
    compare(
      `${paths.length} documents of ${name.replace(/^400 documents of /, '')}`,
      Math.ceil(rounds / 3),
      linters(...paths),
      true,
    )
  }
}
rmSync(folder, { recursive: true })
