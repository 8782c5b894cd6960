/** What a role is, and what it gets to see of the interpreted text that it is asked about. */
import type { Inline, Level, Parser } from '../context.ts'
import { resolveEscapes, restoreBackslashes } from '../escapes.ts'
import { problematic } from '../problematic.ts'
import type { ElementNode, RstNode } from '../tree.ts'

/** What the `role` directive gave a custom role. */
export interface RoleOptions {
  classes?: readonly string[]
  /** Of roles made from `raw`: the writers that the text is for. */
  format?: string
  /** The name of the custom role, as the directive has it. */
  roleName?: string
  /** Of roles made from `code`: the language of the text. */
  language?: string
}

/** The options that a role has. `class` goes by the name of the directive's option. */
export type RoleOption = 'class' | 'format' | 'language'

/** Interpreted text whose role is known by now. Offsets are the source's. */
export interface RoleCall {
  /** The role's name, as it is written; empty for the default role. */
  name: string
  /** The text between the backquotes, escaped. */
  text: string
  /** The source of all of it, role marker and backquotes included. */
  raw: string
  /** docutils' line for messages. */
  line: number
  start: number
  end: number
  textStart: number
  textEnd: number
  options: RoleOptions
}

export interface Role {
  /** The options that the `role` directive takes where it makes a role from this one. */
  readonly options: readonly RoleOption[]
  run(call: RoleCall, parser: Parser): Inline
}

/** The outcome of a role that made an element. */
export function made(
  call: RoleCall,
  parser: Parser,
  type: string,
  attributes: ElementNode['attributes'] = {},
  children: RstNode[] = [plainText(call, parser)],
): Inline {
  const { classes = [] } = call.options
  const all = { ...attributes }
  const given = (all.classes as readonly string[] | undefined) ?? []
  if (given.length + classes.length > 0) all.classes = [...given, ...classes]
  const node = parser.element(type, call.start, call.end, all, children)
  node.raw = call.raw
  return { nodes: [node], messages: [] }
}

/** The outcome of a role that cannot do anything with its text. Some say so of another line: docutils gives them none. */
export function refused(call: RoleCall, parser: Parser, level: Level, text: string, line = call.line): Inline {
  const message = parser.message(level, text, line, { start: call.start, end: call.end })
  return { nodes: [problematic(parser, call.raw, call.start, call.end, message)], messages: [message] }
}

/** The text, escapes resolved. */
function plainText(call: RoleCall, parser: Parser): RstNode {
  return parser.text(resolveEscapes(call.text), call.textStart, call.textEnd)
}

/** The text as it is typed, for roles in whose languages backslashes mean something. */
export function typedText(call: RoleCall, parser: Parser): RstNode {
  return parser.text(restoreBackslashes(call.text), call.textStart, call.textEnd)
}
