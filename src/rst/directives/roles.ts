/** `role` and `default-role`: both change the roles of the document. */
import { makeId } from '../name.ts'
import { customRole, type Role, type RoleOption, type RoleOptions } from '../roles/index.ts'
import type { RstNode } from '../tree.ts'
import { readBlock } from './block.ts'
import { type Directive, fail, failure, type Invocation } from './directive.ts'
import { type Converter, classNames, unchanged } from './options.ts'

const simpleName = '[\\p{L}\\p{N}]+(?:[-._+:][\\p{L}\\p{N}]+)*'
/** Created on first use: its Unicode properties take 2 ms. */
const newRole = () => new RegExp(`^(${simpleName})\\s*(?:\\(\\s*(${simpleName})\\s*\\)\\s*)?$`, 'u')

const converters: Readonly<Record<RoleOption, Converter>> = { class: classNames, format: unchanged, language: unchanged }

export const role: Directive = {
  names: ['role'],
  content: true,
  run(invocation) {
    const { parser, name, content, contentOffset, line } = invocation
    const [first] = content
    if (!first || contentOffset > line) return fail(invocation, 3, `"${name}" directive requires arguments on the first line.`)
    const match = newRole().exec(first.text)
    if (!match) return fail(invocation, 3, `"${name}" directive arguments not valid role names: "${first.text}".`)
    const [, roleName = '', baseName] = match
    const { base, messages, missing } = baseOf(invocation, baseName)
    if (missing) return [...messages, missing]
    const spec: Record<string, Converter> = {}
    for (const option of base?.options ?? (['class'] as const)) spec[option] = converters[option]
    const block = readBlock(content.slice(1), { options: spec }, parser)
    if ('problem' in block) return [...messages, failure(invocation, 3, `Error in "${name}" directive:\n${block.problem}.`)]
    const options = Object.fromEntries(block.options)
    const classes = options.class ?? classFrom(roleName)
    if (classes === undefined) {
      const text = `Invalid argument for "${name}" directive:\ncannot make "${roleName}" into a class name.`
      return [...messages, failure(invocation, 3, text)]
    }
    const given: RoleOptions = { classes: classes as string[], roleName }
    if (options.format !== undefined) given.format = String(options.format)
    if (options.language !== undefined) given.language = String(options.language)
    parser.roles.register(roleName, customRole(base, given))
    return messages
  },
}

function classFrom(roleName: string): string[] | undefined {
  const name = makeId(roleName)
  return name === '' ? undefined : [name]
}

/** The base of a new role; `missing` is the error if there is no role of that name. */
function baseOf(invocation: Invocation, name: string | undefined): { base?: Role; messages: RstNode[]; missing?: RstNode } {
  if (name === undefined) return { messages: [] }
  const { parser, line, start, end } = invocation
  const { role: base, messages } = parser.roles.lookUp(name, line, { start, end })
  if (base) return { base, messages }
  return { messages, missing: failure(invocation, 3, `Unknown interpreted text role "${name}".`) }
}

export const defaultRole: Directive = {
  names: ['default-role'],
  optionalArguments: 1,
  run(invocation) {
    const [name] = invocation.arguments
    const roles = invocation.parser.roles
    if (name === undefined) {
      roles.setDefault()
      return []
    }
    const { base, messages, missing } = baseOf(invocation, name)
    if (missing) return [...messages, missing]
    roles.setDefault(base)
    return messages
  },
}
