/** Runs one kind of hostile input at some sizes in this process, and prints a line with time and memory for each: `run.mjs NAME SIZE…`.
 * Without a name, prints all names.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { optimisingLate } from '../../src/cli/tiers.ts'
import { kinds } from './kinds.ts'

/** The peak memory in mebibytes. `getrusage` includes the process that started this one, so the kernel's own count is used. */
function peakMemory(): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1]) / 1024
  } catch {
    return process.resourceUsage().maxRSS / 1024
  }
}

/** Lets each work begin like a command of its own: without what the one before it left to be collected, and with a peak of its own where the
 * kernel can forget the last one. `node --expose-gc` gives the collector.
 */
function forgetPeak(): void {
  ;(globalThis as { gc?: () => void }).gc?.()
  try {
    writeFileSync('/proc/self/clear_refs', '5')
  } catch {
    // Then the peak is that of all works so far.
  }
}

/** An error that says in a line what cannot be done and why is an answer. */
function isForUser(error: unknown): boolean {
  return error instanceof Error && /^Cannot [^\n]+: /.test(error.message) && error.message.length < 2000
}

const [name, ...sizes] = process.argv.slice(2)
if (name === undefined) process.stdout.write(JSON.stringify(kinds.map((kind) => kind.name)))
else for (const size of sizes) await measure(name, Number(size))

async function measure(name: string, size: number): Promise<void> {
  const works = [kinds.find((kind) => kind.name === name)!.prepare(size)].flat()
  const times: number[] = []
  const peaks: number[] = []
  // As the commands do for large files; the language server runs for hours.
  const isEditor = name.startsWith('editor')
  let thrown: string | undefined
  for (const work of works) {
    forgetPeak()
    const before = process.cpuUsage()
    try {
      await (isEditor ? work() : optimisingLate(async () => work()))
    } catch (error) {
      if (!isForUser(error)) thrown = String(error).slice(0, 200)
    }
    const { user, system } = process.cpuUsage(before)
    times.push((user + system) / 1e6)
    peaks.push(peakMemory())
  }
  const run = { seconds: Math.max(...times), memory: Math.max(...peaks), ...(thrown === undefined ? {} : { thrown }) }
  process.stdout.write(`${JSON.stringify(run)}\n`)
}
