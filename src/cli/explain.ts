/** `goaldoc explain`: what a rule wants, and why. */
import { type Example, type Rule, resolveConfig, rules } from '../lint/index.ts'
import { openConfigurations, shownPath } from '../repository/index.ts'
import { nearest } from '../text/index.ts'
import type { Command } from './command.ts'
import { absolutePath } from './input.ts'
import type { Io } from './io.ts'

export const explain: Command = {
  name: 'explain',
  positionals: [
    { name: 'RULE', describe: 'The name of a rule, e.g. misread/glued-list', isRequired: true },
    { name: 'FILE', describe: 'Also say what holds for this document' },
  ],
  options: {},
  examples: [
    ['goaldoc explain misread/glued-list', 'What the rule finds, why, and how it looks when it is right'],
    ['goaldoc explain team/order goals/mars/orbit.rst', 'The same, and its setting for a document'],
  ],
  async run(args, io) {
    const [name = '', file] = args._
    const rule =
      rules.find((candidate) => candidate.name === name) ??
      onlyOne(rules.filter((candidate) => candidate.name.split('/')[1] === name))
    if (!rule) {
      const meant = nearest(
        name,
        rules.map((candidate) => candidate.name),
      )
      io.err(`Unknown rule \`${name}\`; ${meant ? `did you mean \`${meant}\`?` : '`goaldoc rules` lists all rules'}\n`)
      return 2
    }
    io.out(textOf(rule))
    if (file !== undefined) io.out(await settingFor(rule, file, args.config as string | undefined, io))
    return 0
  },
}

function onlyOne(found: Rule[]): Rule | undefined {
  return found.length === 1 ? found[0] : undefined
}

function textOf(rule: Rule): string {
  const examples = (title: string, list: readonly Example[]) =>
    list.map((example) => `${title}${example.title ? ` (${example.title})` : ''}:\n\n${indent(example.text)}\n`)
  const options = Object.entries(rule.options).map(
    ([name, option]) => `  ${name}: ${option.description} (default: ${JSON.stringify(option.default)})\n`,
  )
  const facts = [
    `Default: ${rule.severity}`,
    rule.fixes ? `Fix: ${rule.fixes}` : 'No fix',
    ...(rule.needs ? [`Needs: the ${rule.needs}`] : []),
  ]
  return [
    `${rule.name}\n\n${rule.what}${rule.what.endsWith('.') ? '' : '.'}\n${rule.why}\n\n${facts.join('. ')}.\n`,
    ...(options.length > 0 ? [`Options:\n${options.join('')}`] : []),
    ...examples('Wrong', rule.wrong),
    ...examples('Right', rule.right),
  ].join('\n')
}

function indent(text: string): string {
  return text.replace(/\n+$/, '').replace(/^(?=.)/gm, '    ')
}

async function settingFor(rule: Rule, file: string, config: string | undefined, io: Io): Promise<string> {
  const path = absolutePath(file, io)
  const configuration = await openConfigurations(io.cwd, config).of(path)
  const state = resolveConfig(configuration.config, configuration.nameOf(path)).rules.get(rule.name)!
  const from = configuration.path ? shownPath(configuration.path, io.cwd) : 'the defaults'
  const options = Object.keys(state.options).length > 0 ? `, ${JSON.stringify(state.options)}` : ''
  return `\nFor ${shownPath(path, io.cwd)} by ${from}: ${state.severity}${options}\n`
}
