/** What a directive is, how it is called, and what its code gets to see. */
import type { Level, Parser } from '../context.ts'
import { type Block, endOf, joinLines, offsetAt } from '../lines.ts'
import { preserved } from '../preserved.ts'
import type { ElementNode, RstNode } from '../tree.ts'
import type { DocutilsBehaviour } from '../versions.ts'
import type { Converter, OptionValue } from './options.ts'

/** A directive as the block parser found it: `.. name::`, with everything that belongs to it still in one piece. */
export interface DirectiveCall {
  /** The name as it is written. */
  name: string
  /**
   * From the line with the name to the last line of the body, blank lines at the end included, as they stand in the surrounding
   * block. The first line starts where the directive does: at its `..`, or in a substitution definition at its name.
   */
  lines: Block
  /** Column of the first line behind `::` and its white space: arguments may begin there. */
  column: number
  /** Whether a section title could stand here. Topics, sidebars and tables of contents may stand nowhere else. */
  titles: boolean
  /** The type of the element whose body this is, where it makes a difference. */
  within?: 'sidebar'
  /** The definition that the directive is for: `.. |name| directive::`. */
  substitution?: ElementNode
}

/** A directive taken apart, as its `run` sees it. */
export interface Invocation {
  readonly parser: Parser
  readonly call: DirectiveCall
  /** The name as it is written. */
  readonly name: string
  /** docutils' line (1-based) of the directive. */
  readonly line: number
  readonly arguments: readonly string[]
  /** Where the arguments stand, without white space in front. */
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
  /** The last argument takes white space, that is all of the rest. */
  readonly finalArgumentWhitespace?: boolean
  readonly options?: Readonly<Record<string, Converter>>
  /** Whether it takes content, or cannot do without any. */
  readonly content?: boolean | 'required'
  /** Names and options that only newer versions of docutils have: the difference that brings them. */
  readonly since?: Readonly<Record<string, keyof DocutilsBehaviour>>
  /** Options that newer versions have no more. */
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

/** A directive that cannot do its work: one message, which quotes it. */
export function fail(invocation: Invocation, level: Level, text: string): RstNode[] {
  return [failure(invocation, level, text)]
}

export function failure(invocation: Invocation, level: Level, text: string): ElementNode {
  const { parser, call, line, start, end } = invocation
  return parser.message(level, text, line, { start, end }, [quotedSource(parser, call)])
}

/** The error of a directive that has no content and needs some; nothing where it has. */
export function missingContent(invocation: Invocation): RstNode[] | undefined {
  if (invocation.content.length > 0) return undefined
  return fail(invocation, 3, `Content block expected for the "${invocation.name}" directive; none found.`)
}
