/** Where a command reads and writes: the process's own streams, or a test's. */
import { constants, fstatSync, readFileSync, statSync, writeSync } from 'node:fs'

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

/** The process's own. `argv` decides on colours where it says `--color` or `--no-color`.
 *
 * Reports are written straight to the descriptors: `process.stdout` would first load all that streams can do.
 */
export function processIo(argv: readonly string[]): Io {
  const { env } = process
  return {
    out: (text) => writeAll(1, text),
    err: (text) => writeAll(2, text),
    stdin: () => readFileSync(0),
    async ask(question) {
      const { createInterface } = process.getBuiltinModule('node:readline/promises')
      const lines = createInterface({ input: process.stdin, output: process.stderr })
      try {
        return await lines.question(question)
      } finally {
        lines.close()
      }
    },
    cwd: process.cwd(),
    env,
    get isInteractive() {
      return isTerminal(0) && isTerminal(2)
    },
    get colour() {
      return takesColour(argv, env, isTerminal(1))
    },
    get errorColour() {
      return takesColour(argv, env, isTerminal(2))
    },
    errorStream: {
      write: (text) => writeAll(2, text),
      get isTTY() {
        return isTerminal(2)
      },
      get columns() {
        return process.stderr.columns
      },
    },
  }
}

/** Who reads a report may stop reading, as `head` does. That is no error, and there is nobody left to tell. */
export class ReaderGoneError extends Error {
  override name = 'ReaderGoneError'
}

function writeAll(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text, 'utf8')
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EPIPE') throw new ReaderGoneError()
      if (code !== 'EAGAIN') throw error
      // A pipe that is full and does not block: wait a moment for its reader.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2)
    }
  }
}

function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    const { rdev, mode } = fstatSync(descriptor)
    // Only a character device can be one, and the null device is none; asking that first spares what `isatty` loads.
    if ((mode & constants.S_IFMT) !== constants.S_IFCHR || rdev === statSync(devNull).rdev) return false
    return process.getBuiltinModule('node:tty').isatty(descriptor)
  } catch {
    return false
  }
}

const devNull = process.platform === 'win32' ? '\\\\.\\nul' : '/dev/null'

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
