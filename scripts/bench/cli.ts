/** Cold start: `goaldoc lint` of one goal, compared with an empty Node process and other linters.
 *
 * All commands run in turns. Times are medians; ratios are medians of the ratios within a turn, because the load of a machine
 * changes over time.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const bin = join(root, 'dist/bin.cjs')
const turns = Number(process.env.TURNS ?? 25)
if (!existsSync(bin)) {
  process.stderr.write('Cannot time the command: it is not built. Run `npm run build`.\n')
  process.exit(2)
}

/** A goal of typical size: forty teams, each with two labels. */
function goalText(): string {
  const teams = Array.from({ length: 40 }, (_, index) => {
    const name = `observatory-${String(index).padStart(2, '0')}`
    return `${name}\n${'-'.repeat(name.length)}\n\nPlanning Artifacts:\n\n* https://planets.example/${name}/plan\n\nCompletion Artifacts:\n`
  })
  const sections = [
    '====================\n Chart every comet\n====================\n\nEvery observatory sends its comets to one chart.',
    'Gerrit Topic\n============\n\nTo facilitate tracking, commits related to this goal should use the\ngerrit topic::\n\n  chart-comets',
    'Completion Criteria\n===================\n\n#. The chart is filled.\n#. The lists are gone.',
    'References\n==========\n\n* https://planets.example/chart',
    'Current State / Anticipated Impact\n==================================\n\nTwo have begun.',
    `Project Teams\n=============\n\n${teams.join('\n')}`,
  ]
  return sections.join('\n\n')
}

const folder = mkdtempSync(join(tmpdir(), 'goaldoc-bench-'))
const document = join(folder, 'comets.rst')
writeFileSync(document, goalText())

interface Contender {
  name: string
  command: string[]
}

const contenders: Contender[] = [
  { name: 'node -e 0', command: [process.execPath, '-e', '0'] },
  { name: 'goaldoc lint', command: [process.execPath, bin, 'lint', document] },
  ...['rst-lint', 'doc8', 'rstcheck', 'sphinx-lint'].map((name) => ({ name, command: [name, document] })),
]

const present = contenders.filter(({ name, command }) => {
  const isThere = spawnSync(command[0]!, command.slice(1), { stdio: 'ignore' }).error === undefined
  if (!isThere) process.stdout.write(`${name} is not installed and left out\n`)
  return isThere
})

const times = new Map(present.map(({ name }) => [name, [] as number[]]))
for (let turn = 0; turn < turns; turn++) {
  for (const { name, command } of present) {
    const start = performance.now()
    spawnSync(command[0]!, command.slice(1), { stdio: 'ignore' })
    times.get(name)!.push(performance.now() - start)
  }
}
rmSync(folder, { recursive: true })

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const node = times.get('node -e 0')!
const own = times.get('goaldoc lint')!
process.stdout.write(
  `| one goal of ${goalText().split('\n').length} lines, cold, ${turns} turns, Node ${process.version} | ms | × node -e 0 | × goaldoc |\n|---|---|---|---|\n`,
)
for (const [name, list] of times) {
  const against = (other: number[]) => median(list.map((time, turn) => time / other[turn]!)).toFixed(2)
  process.stdout.write(`| ${name} | ${median(list).toFixed(0)} | ${against(node)} | ${against(own)} |\n`)
}
