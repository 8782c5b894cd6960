/** Comments: explicit markup that is nothing else. */
import { endOf, extent, joinLines, offsetAt } from '../lines.ts'
import type { Cursor } from './construct.ts'
import type { Explicit } from './explicit-markup.ts'
import { indentedBody, trimBottom } from './indented.ts'

/** At the `..` of a comment whose text begins at `column`. Alone on its line and with a blank line below it takes nothing in:
 *
 *   > | ..
 *       ^
 *     |
 *     |    a block quote
 */
export function comment(cursor: Cursor, column: number): Explicit {
  const { parser, block, index } = cursor
  const line = block[index]!
  const marker = { start: offsetAt(line, 0), end: offsetAt(line, 2) }
  const make = (end: number, text = '', at = end) => {
    const node = parser.element('comment', marker.start, end, { 'xml:space': 'preserve' })
    if (text !== '') node.children.push(parser.text(text, at, end))
    node.data = { markerAt: marker }
    return node
  }
  const next = block[index + 1]
  if (column >= line.text.length && (next === undefined || next.text === '')) {
    cursor.index = index + 1
    return { nodes: [make(endOf(line))], blankFinish: true }
  }
  const body = indentedBody(block, index, { firstIndent: column })
  const lines = trimBottom(body.lines)
  cursor.index = body.next
  if (lines.length === 0) return { nodes: [make(endOf(line))], blankFinish: body.blankFinish }
  const at = extent(lines)
  return { nodes: [make(at.end, joinLines(lines), at.start)], blankFinish: body.blankFinish }
}
