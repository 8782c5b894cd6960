/** What a command declares: one record, from which the reading of the command line, help and the shell completion come. */
import type { Io } from './io.ts'

/** `optional` takes a value or stands alone; alone it is the empty string. */
const optionTypes = ['boolean', 'string', 'number', 'optional'] as const
type OptionType = (typeof optionTypes)[number]

export interface Option {
  type: OptionType
  /** One line; begins with a capital letter and has no full stop. */
  describe: string
  /** One letter. */
  alias?: string
  /** Whether it may be given more than once. */
  many?: boolean
  /** What its value is, in help and completion: `FILE`, `REF`. */
  value?: string
  choices?: readonly string[]
  /** Whether most people never need it; help lists these last. */
  isRare?: boolean
  /** For a boolean that is on unless `--no-…` is given. */
  isOn?: boolean
}

interface Positional {
  name: string
  describe: string
  isRequired?: boolean
  many?: boolean
}

/** What was given: positional arguments under `_`, options under their names as written (`max-warnings`). */
export interface Arguments {
  _: string[]
  [option: string]: unknown
}

export interface Command {
  name: string
  /** More than the one line of the list of commands, where there is more to say. */
  describe?: string
  positionals: readonly Positional[]
  options: Readonly<Record<string, Option>>
  /** A command line and what it does; at least one. */
  examples: readonly (readonly [string, string])[]
  /** Answers the exit code: 0 nothing found, 1 findings, drift or a diff, 2 could not do the job. */
  run(args: Arguments, io: Io): Promise<number>
}

/** Options that every command takes. */
export const commonOptions = {
  config: {
    type: 'string',
    value: 'FILE',
    describe: 'Use this configuration instead of the nearest goaldoc.config.*',
    isRare: true,
  },
  color: { type: 'boolean', describe: 'Use colours; --no-color turns them off', isRare: true },
  debug: { type: 'boolean', describe: 'Show the stack trace of errors', isRare: true },
} as const satisfies Record<string, Option>
