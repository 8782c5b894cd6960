/** Comments: explicit markup of no other kind. */
import { type Block, endOf, extent, joinLines, type Line, offsetAt } from '../lines.ts'
import type { ElementNode } from '../tree.ts'
import type { Cursor } from './construct.ts'
import type { Explicit } from './explicit-markup.ts'
import { indentedBody, trimBottom } from './indented.ts'

/** At the `..` of a comment whose text begins at `column`. If `..` is alone on its line and a blank line follows, the comment is
 * empty:
 *
 *   > | ..
 *       ^
 *     |
 *     |    a block quote
 */
export function comment(cursor: Cursor, column: number): Explicit {
  const { block, index } = cursor
  const line = block[index]!
  const next = block[index + 1]
  if (column >= line.text.length && (next === undefined || next.text === '')) {
    cursor.index = index + 1
    return { nodes: [commentNode(cursor, line, [])], blankFinish: true }
  }
  return malformed(cursor, column, line)
}

/** A comment that starts at line `first` and has its text at the cursor; for lines that only look like another construct. */
export function malformed(cursor: Cursor, column: number, first: Line): Explicit {
  const body = indentedBody(cursor.block, cursor.index, { firstIndent: column })
  cursor.index = body.next
  return { nodes: [commentNode(cursor, first, trimBottom(body.lines))], blankFinish: body.blankFinish }
}

function commentNode({ parser }: Cursor, first: Line, lines: Block): ElementNode {
  const at = lines.length > 0 ? extent(lines) : { start: endOf(first), end: endOf(first) }
  const node = parser.element('comment', offsetAt(first, 0), at.end, { 'xml:space': 'preserve' })
  if (lines.length > 0) node.children.push(parser.text(joinLines(lines), at.start, at.end))
  return node
}
