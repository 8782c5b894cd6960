/** What the benchmarks measure with: processor time, medians, rows of one table. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { arraysByIndex } from './arrays.ts'

/** How often each thing is measured. */
export const rounds = Number(process.env.ROUNDS ?? 7)

/** Milliseconds of processor time that some work takes in this process, with the threads that collect garbage and compile. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Milliseconds of processor time of a command, with its threads and the processes that it starts; `undefined` if it cannot be run. */
export function commandTime(command: readonly string[], environment: Readonly<Record<string, string>> = {}): number | undefined {
  const { status, stderr } = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1', 'bash', ...command], {
    encoding: 'utf8',
    // Node would read the certificates at each start, which takes 40 ms and hides most of what a command adds.
    env: { ...process.env, NODE_EXTRA_CA_CERTS: undefined, ...environment },
  })
  const [user, system] = stderr.trim().split(' ').map(Number)
  return status === null || status > 125 ? undefined : (user! + system!) * 1000
}

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN
}

/** *25.1 (22.0 to 27.3)* */
export function spread(numbers: readonly number[], digits = 1): string {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  return `${median(numbers).toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`
}

/** A row of the table that all benchmarks print together. */
export function row(what: string, measured: string, wanted = ''): void {
  process.stdout.write(`| ${what} | ${measured} | ${wanted} |\n`)
}

/** A module as it is published: bundled. The loader of the scripts would slow down every call between files. */
export async function bundled<Module>(entry: string): Promise<Module> {
  const folder = mkdtempSync(join(tmpdir(), 'goaldoc-bench-'))
  const file = join(folder, 'bundle.mjs')
  const root = join(import.meta.dirname, '..')
  const bundle = await rolldown({
    input: join(root, entry),
    platform: 'node',
    plugins: [arraysByIndex(root)],
    logLevel: 'silent',
  })
  await bundle.write({ dir: folder, entryFileNames: 'bundle.mjs', format: 'esm' })
  await bundle.close()
  const module = (await import(pathToFileURL(file).href)) as Module
  rmSync(folder, { recursive: true })
  return module
}
