/** Where a command reads and writes: the process's own streams, or a test's. */
import { constants, fstatSync, readFileSync, statSync, writeSync } from 'node:fs'
import { CannotError, cannot, errorCode, reasonOf } from '../repository/index.ts'
import { withoutControls } from '../text/index.ts'
import { hasLinks } from './links.ts'

export interface Io {
  /** The report: standard output. */
  out(text: string): void
  /** Everything else: standard error. If `isPainted`, the text contains escape sequences of goaldoc itself, which are kept. */
  err(text: string, isPainted?: boolean): void
  /** Reads all of standard input. */
  stdin(): Buffer
  /** Reads one line from the terminal; only if `isInteractive`. */
  ask(question: string): Promise<string>
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  /** Whether both standard input and standard error are terminals. */
  isInteractive: boolean
  /** Whether standard output shows colours. */
  colour: boolean
  /** Whether standard output is a terminal. */
  outIsTerminal?: boolean
  /** Whether standard output shows links. */
  links: boolean
  /** Whether standard error shows colours. */
  errorColour: boolean
  /** For the progress line. */
  errorStream: { write(text: string): unknown; isTTY?: boolean; columns?: number }
}

/** The streams of the process. `--color` and `--no-color` in `argv` decide about colours.
 *
 * Reports are written straight to the descriptors: `process.stdout` would first load all that streams can do.
 */
export function processIo(argv: readonly string[]): Io {
  const { env } = process
  const [out, err] = [writer(1), writer(2)]
  return {
    out,
    err,
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
    get cwd() {
      try {
        return process.cwd()
      } catch (error) {
        throw cannot('run', 'the working folder does not exist any more', 'Change to another one', { cause: error })
      }
    },
    env,
    get isInteractive() {
      return isTerminal(0) && isTerminal(2)
    },
    get colour() {
      return takesColour(argv, env, isTerminal(1))
    },
    get outIsTerminal() {
      return isTerminal(1)
    },
    get links() {
      return takesColour(argv, env, isTerminal(1)) && hasLinks(isTerminal(1))
    },
    get errorColour() {
      return takesColour(argv, env, isTerminal(2))
    },
    errorStream: {
      write: err,
      get isTTY() {
        return isTerminal(2)
      },
      get columns() {
        return process.stderr.columns
      },
    },
  }
}

/** Writes the text of files as it is. On a terminal, which would obey them, control characters are replaced; `isPainted` text has escape
 * sequences of goaldoc itself, and its values are safe.
 */
export function show(io: Io, text: string, isPainted = false): void {
  io.out(io.outIsTerminal && !isPainted ? withoutControls(text) : text)
}

/** Output that cannot be written ends a command, however many files are left. */
export class OutputError extends CannotError {
  override name = 'OutputError'
}

const streams = { 1: 'standard output', 2: 'standard error' } as const

/** Writes to a descriptor. If the reader closes the pipe, as `head` does, the rest of the output is dropped and the command continues, so
 * that it finishes its work and its exit code is right.
 */
function writer(descriptor: 1 | 2): (text: string) => void {
  let isGone = false
  return (text) => {
    if (!isGone) isGone = !writeAll(descriptor, text)
  }
}

/** Writes a chunk; returns whether the reader is still there. */
function writeAll(descriptor: 1 | 2, text: string): boolean {
  const bytes = Buffer.from(text, 'utf8')
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at)
    } catch (error) {
      const code = errorCode(error)
      if (code === 'EPIPE') return false
      if (code !== 'EAGAIN')
        throw new OutputError(`Cannot write to ${streams[descriptor]}: ${reasonOf(error)}.`, { cause: error })
      // The pipe is full and non-blocking: wait a moment for its reader.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2)
    }
  }
  return true
}

function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    const { rdev, mode } = fstatSync(descriptor)
    // Only a character device can be a terminal, and the null device is not one. This check avoids loading what `isatty` needs.
    if ((mode & constants.S_IFMT) !== constants.S_IFCHR || rdev === statSync(devNull).rdev) return false
    return process.getBuiltinModule('node:tty').isatty(descriptor)
  } catch {
    return false
  }
}

const devNull = process.platform === 'win32' ? '\\\\.\\nul' : '/dev/null'

/** A flag wins over the environment (no-color.org, FORCE_COLOR), and the environment over the kind of stream. */
function takesColour(argv: readonly string[], env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (argv.includes('--no-color')) return false
  if (argv.includes('--color')) return true
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return isTerminal && env.TERM !== 'dumb'
}
