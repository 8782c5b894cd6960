/** The type of a directive, of its call, and of the input of its code. */
import type { Level, Parser, Within } from '../context.ts'
import { type Block, endOf, joinLines, offsetAt } from '../lines.ts'
import { preserved } from '../preserved.ts'
import type { ElementNode, RstNode } from '../tree.ts'
import type { DocutilsBehaviour } from '../versions.ts'
import type { Converter, OptionValue } from './options.ts'

/** A directive as the block parser found it: `.. name::` with its whole block, not yet split. */
export interface DirectiveCall {
  /** The name as it is written. */
  name: string
  /** The lines from the one with the name to the last one of the body, with blank lines at the end, as in the surrounding block.
   * The first line starts at the `..` of the directive, or at its name in a substitution definition.
   */
  lines: Block
  /** The column after `::` and its white space in the first line: arguments may begin there. */
  column: number
  /** Whether a section title is allowed here. Topics, sidebars and tables of contents are only allowed in such places. */
  titles: boolean
  /** What contains the directive, if it makes a difference. */
  within?: Within
  /** The substitution definition that contains the directive: `.. |name| directive::`. */
  substitution?: ElementNode
}

/** The parts of a directive, for its `run`. */
export interface Invocation {
  readonly parser: Parser
  readonly call: DirectiveCall
  /** The name as it is written. */
  readonly name: string
  /** docutils' line (1-based) of the directive. */
  readonly line: number
  readonly arguments: readonly string[]
  /** Where the arguments start, after the white space. */
  readonly argumentLines: Block
  readonly options: Map<string, OptionValue>
  /** The lines of each option's value. */
  readonly optionLines: ReadonlyMap<string, Block>
  readonly content: Block
  /** docutils' line (0-based) of the first line of the content. */
  readonly contentOffset: number
  /** Where the directive starts and ends in the source. */
  readonly start: number
  readonly end: number
}

/** A directive. Each is a record; `directives` in index.ts lists them. */
export interface Directive {
  readonly names: readonly string[]
  readonly requiredArguments?: number
  readonly optionalArguments?: number
  /** Whether the last argument may contain white space. */
  readonly finalArgumentWhitespace?: boolean
  readonly options?: Readonly<Record<string, Converter>>
  /** Whether it accepts content, or requires it. */
  readonly content?: boolean | 'required'
  /** Names and options that only newer versions of docutils have, with the version difference that adds them. */
  readonly since?: Readonly<Record<string, keyof DocutilsBehaviour>>
  /** Options that newer versions no longer have. */
  readonly until?: Readonly<Record<string, keyof DocutilsBehaviour>>
  run(invocation: Invocation): RstNode[]
}

/** The directive's source, as messages quote it. docutils: `block_text`. */
export function quotedSource(parser: Parser, call: DirectiveCall): ElementNode {
  return preserved(parser, 'literal_block', joinLines(call.lines), extentOf(call))
}

/** Where a directive starts and ends, blank lines at its end left out. */
export function extentOf(call: DirectiveCall): { start: number; end: number } {
  let last = call.lines.length - 1
  while (last > 0 && call.lines[last]!.text === '') last--
  const first = call.lines[0]!
  return { start: offsetAt(first, 0), end: Math.max(endOf(call.lines[last]!), first.start) }
}

/** The error of a directive that fails: one message, which quotes its source. */
export function fail(invocation: Invocation, level: Level, text: string): RstNode[] {
  return [failure(invocation, level, text)]
}

export function failure(invocation: Invocation, level: Level, text: string): ElementNode {
  const { parser, call, line, start, end } = invocation
  return parser.message(level, text, line, { start, end }, [quotedSource(parser, call)])
}

/** The error of a directive that requires content and has none; otherwise `undefined`. */
export function missingContent(invocation: Invocation): RstNode[] | undefined {
  if (invocation.content.length > 0) return undefined
  return fail(invocation, 3, `Content block expected for the "${invocation.name}" directive; none found.`)
}
