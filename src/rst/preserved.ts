/** Elements whose text is kept as it is: literal blocks and similar. */
import type { Parser } from './context.ts'
import { type Block, extent, joinLines } from './lines.ts'
import type { ElementNode } from './tree.ts'

/** An element with a text in which all spaces are kept. */
export function preserved(parser: Parser, type: string, text: string, at: { start: number; end: number }): ElementNode {
  return parser.element(type, at.start, at.end, { 'xml:space': 'preserve' }, [parser.text(text, at.start, at.end)])
}

/** The same, made from lines. */
export function preservedLines(parser: Parser, type: string, lines: Block): ElementNode {
  return preserved(parser, type, joinLines(lines), extent(lines))
}
