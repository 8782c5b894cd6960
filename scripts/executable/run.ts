/** Runs a program to its end. */
import { spawnSync } from 'node:child_process'

/** Returns what it prints; throws if it fails. */
export function run(command: string, args: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, ...options })
  if (status === 0) return stdout
  throw new Error(`Cannot run ${[command, ...args].join(' ')}: ${error?.message ?? `exit code ${status}`}.\n${stdout}${stderr}`)
}
