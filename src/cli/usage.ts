/** Help, and the errors of a command line, by yargs. Loaded only when one of them is asked for. */
import { nearest } from '../text/index.ts'
import type { Arguments, Command, Option } from './command.ts'
import { commonOptions } from './command.ts'
import { commands } from './commands.ts'
import type { Io } from './io.ts'

const width = 100

/** The help of a command: what it does, arguments, common options, the others, examples. */
export async function helpOf(command: Command): Promise<string> {
  return `${(await configured(command)).getHelpText()}\n`
}

/** The list of commands, those that most people need first. */
export async function helpOfAll(): Promise<string> {
  const { default: yargs } = await import('yargs')
  const all = yargs([])
    .scriptName('goaldoc')
    .version(false)
    .help(false)
    .wrap(width)
    .usage('goaldoc COMMAND\n\nKeeps community-goal documents honest.')
  for (const { name, summary } of commands) all.command(name, summary)
  all.example('goaldoc lint goals', 'Lint the documents below goals/')
  all.example('goaldoc render --check', 'Say which documents are not what their models say')
  all.epilogue('`goaldoc COMMAND --help` tells more. Exit codes: 0 nothing found, 1 findings or a diff, 2 could not do the job.')
  return `${await all.getHelp()}\n`
}

/** What is said of a first word that is no command. */
export function unknownCommand(name: string): string {
  const isFlag = name.startsWith('-')
  const meant = isFlag
    ? undefined
    : nearest(
        name,
        commands.map((command) => command.name),
      )
  const expected = isFlag ? 'expected a command' : meant ? `did you mean \`${meant}\`` : 'expected one of those below'
  const list = meant || isFlag ? '' : `${commands.map((command) => `  ${command.name}`).join('\n')}\n`
  return `Unexpected ${isFlag ? 'flag' : 'command'} \`${name}\`, ${expected}\n${list}See \`goaldoc --help\`.\n`
}

/** The arguments, or the exit code where help was shown or the command line is wrong. */
export async function parseWithYargs(command: Command, argv: readonly string[], io: Io): Promise<Arguments | number> {
  const words = argv.includes('--') ? argv.slice(0, argv.indexOf('--')) : argv
  if (words.includes('--help') || words.includes('-h')) {
    io.out(await helpOf(command))
    return 0
  }
  const wrong = unknownFlag(command, words) ?? wrongValue(command, words)
  if (wrong) return refuse(command, wrong, io)
  const parser = (await configured(command)).yargs
  let failure: string | undefined
  const parsed = await parser
    .fail((message) => {
      failure ??= message
    })
    .parseAsync([...argv])
  const given = parsed as Record<string, unknown> & { _: (string | number)[] }
  const positionals = given._.map(String)
  failure ??= wrongCount(command, positionals) ?? wrongNumber(command, given)
  if (failure) return refuse(command, failure, io)
  const args: Arguments = { _: positionals }
  for (const [name, option] of Object.entries(optionsOf(command))) {
    if (given[name] === undefined) continue
    args[name] = option.many ? given[name] : Array.isArray(given[name]) ? (given[name] as unknown[]).at(-1) : given[name]
  }
  return args
}

function refuse(command: Command, message: string, io: Io): number {
  io.err(`${message}\nSee \`goaldoc ${command.name} --help\`.\n`)
  return 2
}

function optionsOf(command: Command): Record<string, Option> {
  return { ...command.options, ...commonOptions }
}

async function configured(command: Command) {
  const { default: yargs } = await import('yargs')
  const parser = yargs([])
    .scriptName('goaldoc')
    .usage([`goaldoc ${command.name} ${usageOf(command)}`.trim(), '', command.describe ?? summaryOf(command)].join('\n'))
    .parserConfiguration({
      'camel-case-expansion': false,
      'dot-notation': false,
      'greedy-arrays': false,
      'parse-positional-numbers': false,
      'strip-aliased': true,
    })
    .version(false)
    .help(false)
    .exitProcess(false)
    .wrap(width)
  for (const [name, option] of Object.entries(optionsOf(command)).sort(
    ([, a], [, b]) => Number(a.isRare ?? false) - Number(b.isRare ?? false),
  )) {
    parser.option(option.isOn ? `no-${name}` : name, {
      type: option.type === 'optional' ? 'string' : option.type,
      describe: option.value ? `${option.describe} [${option.value}]` : option.describe,
      group: option.isRare ? 'Less common:' : 'Options:',
      requiresArg: option.type === 'string' || option.type === 'number',
      ...(option.alias ? { alias: option.alias } : {}),
      ...(option.many ? { array: true } : {}),
      ...(option.choices ? { choices: option.choices } : {}),
    })
  }
  for (const [line, what] of command.examples) parser.example(line, what)
  const text = await parser.getHelp()
  return { yargs: parser, getHelpText: () => tidy(text) }
}

/** yargs names the type of every option; the placeholders say it already. */
function tidy(help: string): string {
  return help
    .replace(/ {2,}\[(?:boolean|string|number|array)\](?= |$)/gm, '')
    .replace(/ +\[(?:boolean|string|number|array)\]/g, '')
    .replace(/[ \t]+$/gm, '')
}

function usageOf(command: Command): string {
  const names = command.positionals.map(({ name, isRequired, many }) =>
    isRequired ? `${name}${many ? '…' : ''}` : `[${name}${many ? '…' : ''}]`,
  )
  return ['[options]', ...names].join(' ')
}

function summaryOf(command: Command): string {
  return commands.find(({ name }) => name === command.name)?.summary ?? ''
}

function unknownFlag(command: Command, argv: readonly string[]): string | undefined {
  const options = optionsOf(command)
  const names = Object.keys(options)
  const letters = Object.values(options).flatMap((option) => option.alias ?? [])
  for (const word of argv) {
    const [, dashes, flag] = /^(--?)([^=]+)/s.exec(word) ?? []
    if (!flag || /^-\d/.test(word)) continue
    const plain = dashes === '--' && flag.startsWith('no-') && options[flag.slice(3)]?.type === 'boolean' ? flag.slice(3) : flag
    if (dashes === '--' ? names.includes(plain) : [...flag].every((letter) => letters.includes(letter))) continue
    const meant = nearest(flag, names)
    return `Unexpected flag \`${word.split('=')[0]}\`${meant ? `, did you mean \`--${meant}\`` : ''}`
  }
  return undefined
}

function wrongValue(command: Command, argv: readonly string[]): string | undefined {
  const options = optionsOf(command)
  for (const [at, word] of argv.entries()) {
    const [, flag, given] = /^--?([^=]+)(?:=(.*))?$/s.exec(word) ?? []
    const [name, option] =
      Object.entries(options).find(([key, { alias }]) => key === flag || (alias !== undefined && alias === flag)) ?? []
    if (!option || !flag) continue
    if (option.type === 'boolean') {
      if (given !== undefined) return `Unexpected value \`${given}\` of \`--${name}\`, expected none`
      continue
    }
    const next = argv[at + 1]
    const value = given ?? (next !== undefined && (next === '-' || !next.startsWith('-')) ? next : undefined)
    if ((value === undefined || value === '') && option.type !== 'optional')
      return `Unexpected end of \`--${name}\`, expected ${option.value ? `\`${option.value}\`` : 'a value'}`
    if (value !== undefined && option.choices && !option.choices.includes(value)) {
      const meant = nearest(value, option.choices)
      const expected = meant
        ? `did you mean \`${meant}\``
        : `expected one of ${option.choices.map((choice) => `\`${choice}\``).join(', ')}`
      return `Unexpected \`${value}\` for \`--${name}\`, ${expected}`
    }
    if (value !== undefined && option.type === 'number' && !/^\d+$/.test(value))
      return `Unexpected \`${value}\` for \`--${name}\`, expected a number`
  }
  return undefined
}

function wrongCount(command: Command, given: string[]): string | undefined {
  const missing = command.positionals.filter(({ isRequired }) => isRequired)[given.length]
  if (missing) return `Unexpected end of the command, expected \`${missing.name}\`: ${missing.describe}`
  const isOpen = command.positionals.some(({ many }) => many)
  const extra = isOpen ? undefined : given[command.positionals.length]
  return extra === undefined
    ? undefined
    : `Unexpected argument \`${extra}\`, expected ${command.positionals.length === 0 ? 'none' : `${command.positionals.length} at most`}`
}

function wrongNumber(command: Command, given: Record<string, unknown>): string | undefined {
  const wrong = Object.entries(optionsOf(command)).find(([name, { type }]) => type === 'number' && Number.isNaN(given[name]))
  return wrong && `Unexpected value of \`--${wrong[0]}\`, expected a number`
}
