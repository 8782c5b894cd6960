/** `goaldoc explain`: what a rule wants, and why. */
import { type Rule, resolveConfig, rulePage, rules } from '../lint/index.ts'
import { openConfigurations, shownPath } from '../repository/index.ts'
import { nearest, printable } from '../text/index.ts'
import type { Arguments, Command } from './command.ts'
import { excerptsOf } from './excerpt.ts'
import { absolutePath } from './input.ts'
import type { Io } from './io.ts'
import { paragraph, table } from './layout.ts'
import { configurationOptions } from './workspace.ts'

export const explain: Command = {
  name: 'explain',
  positionals: [
    { name: 'RULE', describe: 'The name of a rule, e.g. misread/glued-list', isRequired: true },
    { name: 'FILE', describe: 'Also show the setting of the rule for this file' },
  ],
  options: {},
  examples: [
    ['goaldoc explain misread/glued-list', 'Show what the rule finds, why, and examples'],
    ['goaldoc explain team/order goals/mars/orbit.rst', 'Also show its setting for a document'],
  ],
  async run(args, io) {
    const [name, file] = args._ as [string, string?]
    const rule = ruleNamed(name)
    if ('meant' in rule) {
      const { meant } = rule
      const family = rules.filter((candidate) => candidate.name.startsWith(`${name}/`))
      if (family.length > 0) io.err(`\`${name}\` is a family; name one of its rules:\n${family.map(bulleted).join('')}`)
      else
        io.err(
          `Unknown rule \`${printable(name)}\`; ${meant ? `did you mean \`${meant}\`?` : '`goaldoc rules` lists all rules'}\n`,
        )
      return 2
    }
    io.out(explanation(rule))
    if (file !== undefined) io.out(await settingFor(rule, file, args, io))
    return 0
  },
}

const bulleted = (rule: Rule) => `  ${rule.name}\n`

/** The rule with a name, with or without its family; otherwise the nearest name. */
export function ruleNamed(name: string): Rule | { meant: string | undefined } {
  const rule =
    rules.find((candidate) => candidate.name === name) ??
    onlyOne(rules.filter((candidate) => candidate.name.split('/')[1] === name))
  if (rule) return rule
  const meant = nearest(
    name,
    rules.map((candidate) => candidate.name),
  )
  return { meant }
}

function onlyOne(found: Rule[]): Rule | undefined {
  return found.length === 1 ? found[0] : undefined
}

/** The number of lines of a terminal, minus one for the prompt. */
const screen = 29

/** What a rule finds and why, with examples. */
export function explanation(rule: Rule): string {
  const facts = [
    rule.severity === 'off' ? 'off by default' : `${rule.severity} by default`,
    rule.fixes ? fixes[rule.fixes] : 'no fix',
    ...(rule.needs ? [`needs ${needs[rule.needs]}`] : []),
  ]
  const about = paragraph(`${rule.what}. ${rule.why}`)
  const options = optionsOf(rule)
  const page = paragraph(`More examples: ${rulePage(rule.name)}`)
  const head = `${rule.name}: ${facts.join(', ')}\n\n${about}`
  const rest = `${options ? `\n${options}` : ''}\n${page}`
  // Of the remaining lines, four are titles and blank lines, and two may be the message.
  const most = Math.floor((screen - linesIn(head) - linesIn(rest) - 6) / 2)
  const { wrong, message, right } = excerptsOf(rule, Math.min(most, 9))
  return `${head}\nWrong:\n${indented(wrong)}${paragraph(message, 2)}\nRight:\n${indented(right)}${rest}`
}

const fixes = { safe: 'safe fix', unsafe: 'unsafe fix', some: 'fix, not always safe' } as const
const needs = { roster: 'the official teams', model: 'a model', sphinx: 'a Sphinx project', site: 'the repository' } as const

function optionsOf(rule: Rule): string {
  const rows = Object.entries(rule.options).map(([name, option]): [string, string] => {
    const usual = JSON.stringify(option.default)
    return [name, `${option.description} (default: ${usual.length > 60 ? `${usual.slice(0, 59)}…` : usual})`]
  })
  return rows.length > 0 ? `Options:\n${table(rows)}` : ''
}

function linesIn(text: string): number {
  return text.split('\n').length - 1
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `${line === '' ? '' : `    ${line}`}\n`).join('')
}

async function settingFor(rule: Rule, file: string, args: Arguments, io: Io): Promise<string> {
  const path = absolutePath(file, io)
  const configuration = await openConfigurations(io.cwd, configurationOptions(args, io)).of(path)
  const state = resolveConfig(configuration.config, configuration.nameOf(path)).rules.get(rule.name)!
  const from = configuration.path ? shownPath(configuration.path, io.cwd) : 'the defaults'
  const options = Object.keys(state.options).length > 0 ? `, ${JSON.stringify(state.options)}` : ''
  return `\nFor ${shownPath(path, io.cwd)} by ${from}: ${state.severity}${options}\n`
}
