/** Runs a command line in this process, and captures what it prints. */
import type { Io } from '../../src/cli/io.ts'
import { main } from '../../src/cli/main.ts'

export interface Ran {
  code: number
  out: string
  err: string
}

/** Runs `goaldoc` with these arguments in a folder: without a terminal, without an environment, with an empty standard input. */
export async function captured(args: readonly string[], cwd: string, io: Partial<Io> = {}): Promise<Ran> {
  const printed = { out: '', err: '' }
  const code = await main(args, {
    out: (text) => {
      printed.out += text
    },
    err: (text) => {
      printed.err += text
    },
    stdin: () => Buffer.from(''),
    ask: async () => '',
    cwd,
    env: {},
    isInteractive: false,
    colour: false,
    links: false,
    errorColour: false,
    errorStream: { write: () => true },
    ...io,
  })
  return { code, ...printed }
}
