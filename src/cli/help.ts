/** Help texts for a terminal of 80 columns. Loaded only when help is requested. */
import { nearest, printable } from '../text/index.ts'
import { optionsOf } from './arguments.ts'
import type { Command, Option } from './command.ts'
import { commands } from './commands.ts'
import { paragraph, table } from './layout.ts'

/** The list of commands, the common ones first. */
export function helpOfAll(): string {
  return [
    'Usage: goaldoc COMMAND [options]\n',
    'Lints community-goal documents, and keeps them in step with their models.\n',
    `Commands:\n${table(commands.map(({ name, summary }) => [name, summary]))}`,
    `Examples:\n${table([
      ['goaldoc lint goals', 'Lint all documents under goals/'],
      ['goaldoc render --check', 'Show where documents differ from their models'],
    ])}`,
    paragraph('`goaldoc COMMAND --help` explains a command. Exit codes: 0: no findings, 1: findings or a difference, 2: error.'),
  ].join('\n')
}

/** The help of a command: what it does, arguments, common options, other options, examples. */
export function helpOf(command: Command): string {
  const options = Object.entries(optionsOf(command))
  const listed = (title: string, isRare: boolean) => {
    const rows = options.filter(([, option]) => (option.isRare ?? false) === isRare).map(optionRow)
    return rows.length > 0 ? [`${title}:\n${table(rows)}`] : []
  }
  const positionals = command.positionals.map(({ name, describe }): [string, string] => [name, describe])
  return [
    `Usage: ${usageOf(command)}\n`,
    paragraph(command.describe ?? commands.find(({ name }) => name === command.name)!.summary),
    ...(positionals.length > 0 ? [table(positionals)] : []),
    ...listed('Options', false),
    ...listed('Less common', true),
    `Examples:\n${table(command.examples)}`,
  ].join('\n')
}

/** The command line of a command, with names for its arguments. */
export function usageOf({ name, positionals }: Command): string {
  const names = positionals.map((positional) => {
    const shown = `${positional.name}${positional.many ? '…' : ''}`
    return positional.isRequired ? shown : `[${shown}]`
  })
  return ['goaldoc', name, '[options]', ...names].join(' ')
}

/** An option as it is typed, and what it does. */
export function optionRow([name, { alias, isOn, type, value, describe }]: [string, Option]): [string, string] {
  const shown = value === undefined ? '' : type === 'optional' ? ` [${value}]` : ` ${value}`
  return [`${alias ? `-${alias}, ` : ''}--${isOn ? `no-${name}` : name}${shown}`, describe]
}

/** The commands that have an option, e.g. *; `goaldoc lint` has it*; empty if none has it. */
export async function commandsWith(option: string): Promise<string> {
  const loaded = await Promise.all(commands.map(({ load }) => load()))
  const names = loaded.filter(({ options }) => Object.hasOwn(options, option)).map(({ name }) => `\`goaldoc ${name}\``)
  return names.length === 0 ? '' : `; ${names.join(', ')} ${names.length === 1 ? 'has' : 'have'} it`
}

/** The error for a first word that is not a command. */
export function unknownCommand(name: string): string {
  if (name.startsWith('-')) return `Missing command before \`${printable(name)}\`\nSee \`goaldoc --help\`.\n`
  const meant = nearest(
    name,
    commands.map((command) => command.name),
  )
  const list = meant ? '' : `${commands.map((command) => `  ${command.name}`).join('\n')}\n`
  return `Unknown command \`${printable(name)}\`; ${meant ? `did you mean \`${meant}\`?` : 'the commands are:'}\n${list}See \`goaldoc --help\`.\n`
}
