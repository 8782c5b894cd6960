/** Elements whose text is kept as it is: literal blocks and their kind. */
import type { Parser } from './context.ts'
import { type Block, extent, joinLines } from './lines.ts'
import type { ElementNode } from './tree.ts'

/** An element that holds a text with all of its spaces. */
export function preserved(parser: Parser, type: string, text: string, at: { start: number; end: number }): ElementNode {
  return parser.element(type, at.start, at.end, { 'xml:space': 'preserve' }, [parser.text(text, at.start, at.end)])
}

/** The same of some lines. */
export function preservedLines(parser: Parser, type: string, lines: Block): ElementNode {
  return preserved(parser, type, joinLines(lines), extent(lines))
}
