/** Lints 100,000 different documents in one process, to find memory that is never released.
 *
 * Reads the size of the heap after each 10,000, after a garbage collection. `npm run bench -- memory` takes a few minutes;
 * `COUNT=20000` lints fewer documents.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { lint, loadRoster } from '../../src/index.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const count = Number(process.env.COUNT ?? 100_000)
const roster = loadRoster('hubble:\n  deliverables:\n    antenna:\n      repos:\n        - sky/antenna\nkepler: {}\n')

/** A goal with its own title, topic and teams, and a fault that depends on its number. */
function documentOf(index: number): string {
  const title = `Point telescope ${index} at the moon`
  const faults = [
    '*open',
    '``open',
    `moon${index}_`,
    `|moon${index}|`,
    `.. moon${index}:: x`,
    `:moon${index}:\`x\``,
    'the the moon',
    'a\tb',
  ]
  return `${title}\n${'='.repeat(title.length)}\n\nSee https://planets.example/${index} and ${faults[index % faults.length]}.\n
Gerrit Topic\n============\n\nThe topic is::\n\n  moon-${index}\n
Completion Criteria\n===================\n\n#. It points at the moon.\n
Project Teams\n=============\n\nhubble\n------\n\nPlanning Artifacts:\n\n* https://planets.example/plan/${index}\n\nCompletion Artifacts:\n
team ${index}\n-----------\n\nPlanning Artifacts: None\n\nCompletion Artifacts: None\n`
}

/** The used heap in mebibytes, after a garbage collection. */
function heapUsed(): string {
  collect()
  return (process.memoryUsage().heapUsed / 2 ** 20).toFixed(1)
}

const step = Math.max(1, Math.floor(count / 10))
const started = process.cpuUsage()
let findings = 0
process.stdout.write('| documents | findings | MiB of the heap | CPU seconds |\n|---|---|---|---|\n')
for (let index = 1; index <= count; index++) {
  findings += lint(documentOf(index), { path: `goals/proposed/moon-${index}.rst`, roster }).length
  if (index % step !== 0) continue
  const { user, system } = process.cpuUsage(started)
  process.stdout.write(`| ${index} | ${findings} | ${heapUsed()} | ${((user + system) / 1e6).toFixed(0)} |\n`)
}
