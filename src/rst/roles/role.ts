/** The type of a role, and of the interpreted text that it converts. */
import type { Inline, Level, Parser } from '../context.ts'
import { resolveEscapes, restoreBackslashes } from '../escapes.ts'
import { problematic } from '../problematic.ts'
import type { ElementNode, RstNode } from '../tree.ts'

/** The options that the `role` directive gives to a custom role. */
export interface RoleOptions {
  classes?: readonly string[]
  /** For roles made from `raw`: the writers that the text is for. */
  format?: string
  /** The name of the custom role, as written in the directive. */
  roleName?: string
  /** For roles made from `code`: the language of the text. */
  language?: string
}

/** The options of roles, by the names that the `role` directive has for them. */
export type RoleOption = 'class' | 'format' | 'language'

/** Interpreted text whose role is known. All offsets are source offsets. */
export interface RoleCall {
  /** The name of the role as written; empty for the default role. */
  name: string
  /** The text between the backquotes, escaped. */
  text: string
  /** The whole source, including role marker and backquotes. */
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
  /** The options that the `role` directive accepts for a role made from this one. */
  readonly options: readonly RoleOption[]
  run(call: RoleCall, parser: Parser): Inline
}

/** The result of a role that makes an element. */
export function roleElement(
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

/** The result of a role that cannot convert its text. `line` is docutils' line, if it differs from that of the call. */
export function roleError(call: RoleCall, parser: Parser, level: Level, text: string, line = call.line): Inline {
  const message = parser.message(level, text, line, { start: call.start, end: call.end })
  return { nodes: [problematic(parser, call.raw, call.start, call.end, message)], messages: [message] }
}

/** The text with escapes resolved. */
function plainText(call: RoleCall, parser: Parser): RstNode {
  return parser.text(resolveEscapes(call.text), call.textStart, call.textEnd)
}

/** The text as written, for roles whose content gives backslashes a meaning of its own. */
export function typedText(call: RoleCall, parser: Parser): RstNode {
  return parser.text(restoreBackslashes(call.text), call.textStart, call.textEnd)
}
