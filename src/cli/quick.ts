/** The quick parse. Loading yargs takes longer than linting a document, so a command line that is plainly right is read here;
 * whatever is odd (help, a misspelt flag, a missing value) is left to yargs, which knows what to say. */
import type { Arguments, Command, Option } from './command.ts'
import { commonOptions } from './command.ts'

/** The arguments of a command, or nothing where yargs shall decide. */
export function quickParse(command: Pick<Command, 'options' | 'positionals'>, argv: readonly string[]): Arguments | undefined {
  const options: Record<string, Option> = { ...commonOptions, ...command.options }
  const args: Arguments = { _: [] }
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at]!
    if (word === '--') {
      args._.push(...argv.slice(at + 1))
      break
    }
    if (word === '-' || !word.startsWith('-')) {
      args._.push(word)
      continue
    }
    const [, dashes, flag, given] = /^(--?)([^=]+)(?:=(.*))?$/s.exec(word) ?? []
    const isNegated = flag?.startsWith('no-') && options[flag.slice(3)]?.type === 'boolean'
    const name =
      dashes === '-' ? Object.keys(options).find((key) => options[key]!.alias === flag) : isNegated ? flag!.slice(3) : flag
    const option = name !== undefined && Object.hasOwn(options, name) ? options[name] : undefined
    if (!option || name === undefined) return undefined
    if (option.type === 'boolean') {
      if (given !== undefined || name in args) return undefined
      args[name] = !isNegated
      continue
    }
    const next = argv[at + 1]
    const isThere = given !== undefined || (next !== undefined && (next === '-' || !next.startsWith('-')))
    if (!isThere && option.type !== 'optional') return undefined
    const text = given ?? (isThere ? argv[++at]! : '')
    const value = readValue(option, text)
    if (value === undefined || (!option.many && name in args)) return undefined
    args[name] = option.many ? [...((args[name] as unknown[]) ?? []), value] : value
  }
  const required = command.positionals.filter((positional) => positional.isRequired).length
  const isOpen = command.positionals.some((positional) => positional.many)
  return args._.length < required || (!isOpen && args._.length > command.positionals.length) ? undefined : args
}

function readValue(option: Option, text: string): string | number | undefined {
  if (option.choices && !option.choices.includes(text)) return undefined
  if (option.type !== 'number') return text === '' && option.type === 'string' ? undefined : text
  return /^\d+$/.test(text) ? Number(text) : undefined
}
