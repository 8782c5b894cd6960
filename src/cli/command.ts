/** The record that declares a command. Argument parsing, help and shell completion are made from it. */
import type { Io } from './io.ts'

interface OptionFacts {
  /** One line; begins with a capital letter and has no full stop. */
  describe: string
  /** One letter. */
  alias?: string
  /** Whether it may be given several times. */
  many?: boolean
  choices?: readonly string[]
  /** Whether most people do not need it; help lists such options last. */
  isRare?: boolean
}

interface Flag extends OptionFacts {
  type: 'boolean'
  value?: undefined
  /** Whether it is on unless `--no-…` is given. */
  isOn?: boolean
}

interface Valued extends OptionFacts {
  /** The type `optional` is a string option whose value may be omitted; it is then the empty string. */
  type: 'string' | 'number' | 'optional'
  /** The placeholder of its value in help and completion: `FILE`, `REF`. */
  value: string
  isOn?: undefined
}

export type Option = Flag | Valued

interface Positional {
  name: string
  describe: string
  isRequired?: boolean
  many?: boolean
}

/** The parsed arguments: positional arguments under `_`, options under their names as written (`max-warnings`). */
export interface Arguments {
  _: string[]
  [option: string]: unknown
}

export interface Command {
  name: string
  /** More than the one line in the list of commands, if there is more to say. */
  describe?: string
  positionals: readonly Positional[]
  options: Readonly<Record<string, Option>>
  /** A command line and what it does; at least one. */
  examples: readonly (readonly [string, string])[]
  /** Returns the exit code: 0 no findings, 1 findings, drift or a diff, 2 could not do the job. */
  run(args: Arguments, io: Io): Promise<number>
}

/** Options that every command takes. */
export const commonOptions = {
  config: {
    type: 'string',
    value: 'FILE',
    describe: 'Use this instead of the nearest goaldoc.config.*',
    isRare: true,
  },
  code: {
    type: 'boolean',
    isOn: true,
    describe: 'Refuse TypeScript models and configurations',
    isRare: true,
  },
  color: { type: 'boolean', describe: 'Use colours; --no-color turns them off', isRare: true },
  debug: { type: 'boolean', describe: 'Show the stack trace of errors', isRare: true },
} as const satisfies Record<string, Option>

/** The argument of commands that need goals to be named; others take all goals by default. */
export const goalArgument = { name: 'GOAL', describe: 'A document, a model or a slug', isRequired: true } as const
export const goalsArgument = {
  name: 'GOAL',
  describe: 'Documents, models, folders or slugs (default: goals)',
  many: true,
} as const

/** The team list, for commands that need the official teams. */
export const teamsOption = {
  type: 'string',
  value: 'FILE',
  describe: 'The team list (default: reference/projects.yaml)',
} as const satisfies Option
