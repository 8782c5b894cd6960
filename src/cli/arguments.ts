/** Parses the command line with Node's own `parseArgs`, which finds flags, values and arguments; this module checks them and words the
 * errors.
 */
import { parseArgs } from 'node:util'
import { nearest } from '../text/index.ts'
import { type Arguments, type Command, commonOptions, type Option } from './command.ts'

/** The arguments, a request for help, or an error; `unknown` is an option that is like none of the command. */
export type ReadArguments = { args: Arguments } | { isHelp: true } | { mistake: string; unknown?: string }

type Declared = Pick<Command, 'options' | 'positionals'>

export function optionsOf(command: Pick<Command, 'options'>): Record<string, Option> {
  return { ...command.options, ...commonOptions }
}

export function readArguments(command: Declared, argv: readonly string[]): ReadArguments {
  const options = optionsOf(command)
  const { tokens } = parseArgs({
    args: withEmptyValues(options, argv),
    options: asParsed(options),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  if (tokens.some((token) => token.kind === 'option' && token.name === 'help')) return { isHelp: true }
  const args: Arguments = { _: [] }
  for (const token of tokens) {
    if (token.kind === 'positional') args._.push(token.value)
    if (token.kind !== 'option') continue
    const isNegated = token.name.startsWith('no-') && options[token.name.slice(3)]?.type === 'boolean'
    const name = isNegated ? token.name.slice(3) : token.name
    const option = Object.hasOwn(options, name) ? options[name]! : undefined
    if (!option) return unknownFlag(token.rawName, options)
    if (option.type === 'boolean') {
      if (token.value !== undefined) return { mistake: `Value \`${token.value}\` for \`--${token.name}\`, which takes none` }
      args[name] = !isNegated
      continue
    }
    const isFlag = token.inlineValue === false && token.value !== '-' && token.value?.startsWith('-')
    const text = isFlag ? undefined : token.value
    const mistake = wrongValue(name, option, text)
    if (mistake) return { mistake }
    const value = option.type === 'number' ? Number(text) : text!
    args[name] = option.many ? [...((args[name] as unknown[] | undefined) ?? []), value] : value
  }
  const mistake = wrongCount(command, args._)
  return mistake ? { mistake } : { args }
}

/** An option with an optional value is the empty string without one. */
function withEmptyValues(options: Record<string, Option>, argv: readonly string[]): string[] {
  const end = argv.indexOf('--')
  return argv.map((word, at) => {
    const isOptional = word.startsWith('--') && options[word.slice(2)]?.type === 'optional'
    const next = argv[at + 1]
    const isAlone = next === undefined || (next.startsWith('-') && next !== '-')
    return isOptional && isAlone && (end < 0 || at < end) ? `${word}=` : word
  })
}

function asParsed(options: Record<string, Option>) {
  const parsed: Record<string, { type: 'boolean' | 'string'; short?: string }> = { help: { type: 'boolean', short: 'h' } }
  for (const [name, { type, alias }] of Object.entries(options)) {
    parsed[name] = { type: type === 'boolean' ? type : 'string', ...(alias ? { short: alias } : {}) }
    if (type === 'boolean') parsed[`no-${name}`] = { type }
  }
  return parsed
}

function unknownFlag(flag: string, options: Record<string, Option>): { mistake: string; unknown?: string } {
  const name = flag.replace(/^-+/, '')
  const meant = nearest(name, Object.keys(options))
  const mistake = `Unknown option \`${flag}\``
  return meant ? { mistake: `${mistake}; did you mean \`--${meant}\`?` } : { mistake, unknown: name }
}

function wrongValue(name: string, option: Option, text: string | undefined): string | undefined {
  if (option.type !== 'optional' && (text === undefined || text === ''))
    return `Missing value for \`--${name}\`; write \`--${name} ${option.value}\``
  if (option.choices && !option.choices.includes(text!)) {
    const meant = nearest(text!, option.choices)
    const known = option.choices.map((choice) => `\`${choice}\``).join(', ')
    return `Unknown value \`${text}\` for \`--${name}\`; ${meant ? `did you mean \`${meant}\`?` : `use one of ${known}`}`
  }
  if (option.type === 'number' && !/^\d+$/.test(text!)) return `Value \`${text}\` for \`--${name}\` is not a number`
  return undefined
}

function wrongCount({ positionals }: Declared, given: readonly string[]): string | undefined {
  const missing = positionals.filter(({ isRequired }) => isRequired)[given.length]
  if (missing) return `Missing argument ${missing.name}: ${missing.describe}`
  const extra = positionals.some(({ many }) => many) ? undefined : given[positionals.length]
  if (extra === undefined) return undefined
  return `Too many arguments, from \`${extra}\` on; the command takes ${positionals.length === 0 ? 'none' : `at most ${positionals.length}`}`
}
