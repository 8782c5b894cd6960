/** Runs one kind of hostile input at one size in this process, and prints what it took: `run.mjs NAME SIZE`; without a name, all names. */
import { readFileSync } from 'node:fs'
import { kinds } from './kinds.ts'

/** Mebibytes at the most. What `getrusage` says includes the process that started this one, so the kernel's own count is better. */
function peakMemory(): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1]) / 1024
  } catch {
    return process.resourceUsage().maxRSS / 1024
  }
}

const [name, size] = process.argv.slice(2)
if (name === undefined) process.stdout.write(JSON.stringify(kinds.map((kind) => kind.name)))
else {
  const work = kinds.find((kind) => kind.name === name)!.prepare(Number(size))
  const before = process.cpuUsage()
  let thrown: string | undefined
  try {
    await work()
  } catch (error) {
    thrown = String(error).slice(0, 200)
  }
  const { user, system } = process.cpuUsage(before)
  const memory = peakMemory()
  process.stdout.write(JSON.stringify({ seconds: (user + system) / 1e6, memory, ...(thrown === undefined ? {} : { thrown }) }))
}
