/** Turns a command line into an exit code. */
import { CannotError } from '../repository/index.ts'
import { printable, printableLines, withoutCommands } from '../text/index.ts'
import { readArguments } from './arguments.ts'
import { commands } from './commands.ts'
import type { Io } from './io.ts'
import { optimisingLate } from './tiers.ts'

/** No findings; findings, drift or a diff; the job could not be done. */
export const exitCodes = { clean: 0, findings: 1, failed: 2 } as const

/** Runs a command line (without `node goaldoc`). Never throws, and never ends the process. */
export async function main(argv: readonly string[], given: Io): Promise<number> {
  const io = withPrintableErrors(given)
  try {
    return await dispatch(argv, io)
  } catch (error) {
    try {
      explain(error, argv.includes('--debug'), io)
    } catch {
      // Standard error cannot be written: only the exit code is left to report the failure.
    }
    return exitCodes.failed
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const { helpOf, helpOfAll, unknownCommand } = await import('./help.ts')
    const asked = commands.find((command) => command.name === rest[0])
    if (name === 'help' && !asked && rest[0] !== undefined && !rest[0].startsWith('-')) {
      io.err(unknownCommand(rest[0]))
      return exitCodes.failed
    }
    io.out(asked ? helpOf(await asked.load()) : helpOfAll())
    return exitCodes.clean
  }
  if (name === '--version' || name === '-V' || name === 'version') {
    const { packageVersion } = await import('./version.ts')
    io.out(`${packageVersion()}\n`)
    return exitCodes.clean
  }
  const entry = commands.find((command) => command.name === name)
  if (!entry) {
    const { unknownCommand } = await import('./help.ts')
    io.err(unknownCommand(name))
    return exitCodes.failed
  }
  const command = await entry.load()
  const read = readArguments(command, rest)
  if ('args' in read) {
    const run = () => command.run(read.args, io)
    return entry.isLong ? optimisingLate(run) : run()
  }
  if ('mistake' in read) {
    const { commandsWith } = await import('./help.ts')
    const others = read.unknown === undefined ? '' : await commandsWith(read.unknown)
    io.err(`${printable(read.mistake)}${others}\nSee \`goaldoc ${name} --help\`.\n`)
    return exitCodes.failed
  }
  const { helpOf } = await import('./help.ts')
  io.out(helpOf(command))
  return exitCodes.clean
}

function explain(error: unknown, isDebugging: boolean, io: Io): void {
  if (error instanceof CannotError) io.err(`${error.message}\n${error.detail ? `${error.detail}\n` : ''}`)
  // Compared by name, so that commands that do not need the lens do not load it.
  else if (error instanceof Error && error.name === 'UnwritableGoalError') io.err(`${error.message}\n`)
  else {
    const message = error instanceof Error ? error.message : String(error)
    io.err(`Cannot go on: ${printable(message)}. This is a defect of goaldoc${isDebugging ? '' : '; --debug shows where'}.\n`)
  }
  if (isDebugging && error instanceof Error)
    io.err(`${error.stack}\n${error.cause instanceof Error ? `${error.cause.stack}\n` : ''}`)
}

/** Names and texts of other people are part of messages. Control characters are replaced, so that they cannot control the
 * terminal or the log.
 */
function withPrintableErrors(io: Io): Io {
  const err: Io['err'] = (text, isPainted) => io.err(isPainted ? text : withoutCommands(printableLines(text)))
  return Object.create(io, { err: { value: err } }) as Io
}
