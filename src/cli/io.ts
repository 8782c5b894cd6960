/** Where a command reads and writes: the process's own streams, or a test's. */
import { readFileSync } from 'node:fs'

export interface Io {
  /** The report: standard output. */
  out(text: string): void
  /** Everything else: standard error. */
  err(text: string): void
  /** The whole of standard input. */
  stdin(): Buffer
  /** One line from the person at the terminal; only where `isInteractive`. */
  ask(question: string): Promise<string>
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  /** Whether a person sits at it: both input and errors are a terminal. */
  isInteractive: boolean
  /** Whether standard output takes colours. */
  colour: boolean
  /** Whether standard error takes colours. */
  errorColour: boolean
  /** For the progress line. */
  errorStream: { write(text: string): unknown; isTTY?: boolean; columns?: number }
}

/** The process's own. `argv` decides on colours where it says `--color` or `--no-color`. */
export function processIo(argv: readonly string[]): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    stdin: () => readFileSync(0),
    async ask(question) {
      const { createInterface } = await import('node:readline/promises')
      const lines = createInterface({ input: process.stdin, output: process.stderr })
      try {
        return await lines.question(question)
      } finally {
        lines.close()
      }
    },
    cwd: process.cwd(),
    env: process.env,
    isInteractive: Boolean(process.stdin.isTTY && process.stderr.isTTY),
    colour: takesColour(argv, process.env, Boolean(process.stdout.isTTY)),
    errorColour: takesColour(argv, process.env, Boolean(process.stderr.isTTY)),
    errorStream: process.stderr,
  }
}

/** A flag wins over the environment (no-color.org, FORCE_COLOR), the environment over what the stream is. */
export function takesColour(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (argv.includes('--no-color')) return false
  if (argv.includes('--color')) return true
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return isTerminal && env.TERM !== 'dumb'
}
