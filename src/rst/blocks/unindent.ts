/** The message of most constructs about a missing blank line at their end. */
import { extent } from '../lines.ts'
import type { Cursor } from './construct.ts'

/** Reports that no blank line follows the construct before the cursor. */
export function endsWithoutBlankLine(cursor: Cursor, construct: string): void {
  const { parser, block, index } = cursor
  const line = block[index] ?? block[block.length - 1]!
  // At the end, docutils has looked ahead and counts two lines after the last.
  const number = block[index] ? line.number + 1 : line.number + 3
  const text = `${construct} ends without a blank line; unexpected unindent.`
  cursor.nodes.push(parser.message(2, text, number, extent([line])))
}
