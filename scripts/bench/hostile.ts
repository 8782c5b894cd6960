/** Measures hostile inputs: CPU seconds and memory at 64, 256 and 1024 KiB, each kind in a separate process, as many at once as there
 * are processors.
 *
 * Fails if an input takes more than a second or 300 MiB, throws, or is slower than linear. `KIND=fences` runs only the kinds
 * whose name contains `fences`; `ALL=1` prints all rows, not only the failures; `SIZES=96,192` measures at other sizes, because what is
 * refused at 256 KiB may take longest right below its limit.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

const sizes = (process.env.SIZES ?? '64,256,1024').split(',').map(Number)
const [mostSeconds, mostMemory, killedAfter] = [1, 300, Number(process.env.LIMIT ?? 20)]
/** If four times the input takes more than this factor of time, it is not linear. Times below the floor (in seconds) are mostly
 * noise and compilation.
 */
const [mostGrowth, floor] = [7, 0.25]

interface Run {
  seconds: number
  memory: number
  thrown?: string
}

const folder = mkdtempSync(join(tmpdir(), 'goaldoc-hostile-'))
const bundle = await rolldown({
  cwd: join(import.meta.dirname, '../..'),
  input: join(import.meta.dirname, '../hostile/run.ts'),
  platform: 'node',
  external: [/^jiti/],
  logLevel: 'silent',
})
await bundle.write({ dir: folder, entryFileNames: 'run.mjs', format: 'esm' })
await bundle.close()

/** What the process prints until it ends or is killed. */
function run(...given: string[]): Promise<string> {
  const options = { timeout: killedAfter * 1000, killSignal: 'SIGKILL', maxBuffer: 2 ** 26 } as const
  return new Promise((done) => {
    execFile(process.execPath, ['--expose-gc', join(folder, 'run.mjs'), ...given], options, (_, printed) => done(printed))
  })
}

async function measure(name: string): Promise<Run[]> {
  const printed = await run(name, ...sizes.map((size) => String(size * 1024)))
  return printed.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Run]))
}

/** The failure of a kind in words. */
function faultOf(runs: readonly Run[]): string {
  if (runs.length < sizes.length) return 'killed'
  const thrown = runs.find((one) => one.thrown)?.thrown
  if (thrown) return `thrown: ${thrown}`
  const growthTo = (at: number) => (mostGrowth * sizes[at]!) / (4 * sizes[at - 1]!)
  const isLinear = runs.every((one, at) => at === 0 || one.seconds <= Math.max(floor, growthTo(at) * runs[at - 1]!.seconds))
  if (!isLinear) return 'not linear'
  // The largest input may be refused, so each size counts.
  if (runs.some((one) => one.seconds > mostSeconds)) return 'slow'
  return runs.some((one) => one.memory > mostMemory) ? 'large' : ''
}

process.stdout.write(
  `| CPU seconds | ${sizes.map((size) => `${size} KiB`).join(' | ')} | MiB at the most | |\n|---|${'---|'.repeat(sizes.length + 2)}\n`,
)
const names = (JSON.parse(await run()) as string[]).filter((name) => name.includes(process.env.KIND ?? ''))
let faults = 0
const left = names.values()
async function work(): Promise<void> {
  for (const name of left) {
    const runs = await measure(name)
    const fault = faultOf(runs)
    if (fault) faults++
    if (!fault && !process.env.ALL) continue
    const cells = sizes.map((_, index) => runs[index]?.seconds.toFixed(2) ?? 'killed').join(' | ')
    const memory = Math.round(Math.max(0, ...runs.map((one) => one.memory)))
    process.stdout.write(`| ${name.replaceAll('|', '\\|')} | ${cells} | ${memory} | ${fault} |\n`)
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work))
process.stdout.write(`\n${names.length} kinds, ${faults} faults\n`)
rmSync(folder, { recursive: true })
if (faults > 0) process.exitCode = 1
