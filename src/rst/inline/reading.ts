/** Functions that the inline constructs share. */
import type { Parser } from '../context.ts'
import { resolveEscapes, restoreBackslashes } from '../escapes.ts'
import { problematic } from '../problematic.ts'
import type { ElementNode, RstNode, TextNode } from '../tree.ts'
import type { InlineText } from './inline-text.ts'
import { type InlineSource, sourceOffset } from './source.ts'

/** One text being read. Indices are into its escaped form. */
export interface InlineReading {
  readonly parser: Parser
  readonly source: InlineSource
  readonly text: InlineText
}

/** The result of a construct: its text goes from `start` to `end`. Without nodes it is not markup, and the text before it continues to
 * `end`.
 */
export interface Outcome {
  nodes: RstNode[]
  messages?: ElementNode[]
  start: number
  end: number
}

/** The source text between two indices. */
export function rawText(reading: InlineReading, start: number, end: number): string {
  return restoreBackslashes(reading.text.escaped.slice(start, end))
}

/** An element from `start` to `end`. */
export function element(
  reading: InlineReading,
  type: string,
  start: number,
  end: number,
  attributes: ElementNode['attributes'],
  children: RstNode[],
): ElementNode {
  const { parser, source } = reading
  const node = parser.element(type, sourceOffset(source, start), sourceOffset(source, end), attributes, children)
  node.raw = rawText(reading, start, end)
  return node
}

/** A text node for the source between two indices, with escapes resolved. */
export function textNode(reading: InlineReading, start: number, end: number): RstNode {
  return textAs(reading, resolveEscapes(reading.text.escaped.slice(start, end)), start, end)
}

/** A text node with another text than the source between two indices. */
export function textAs(reading: InlineReading, value: string, start: number, end: number): RstNode {
  return reading.parser.text(value, sourceOffset(reading.source, start), sourceOffset(reading.source, end))
}

/** The result of invalid markup: a warning, and a `problematic` that shows the source. */
export function failure(reading: InlineReading, message: string, start: number, end: number): Outcome {
  const { parser, source } = reading
  const at = { start: sourceOffset(source, start), end: sourceOffset(source, end) }
  const warning = parser.message(2, message, source.line, at)
  const shown = rawText(reading, start, end)
  return { nodes: [problematic(parser, shown, at.start, at.end, warning)], messages: [warning], start, end }
}

/** The text of an element's only child. */
export function onlyText(node: ElementNode): string {
  return (node.children[0] as TextNode).value
}
