/** What the items of all lists share: a marker, and an indented body. */
import type { Block } from '../lines.ts'
import { endOf, extent, offsetAt } from '../lines.ts'
import { type ElementNode, endAt } from '../tree.ts'
import type { Cursor } from './construct.ts'
import { type Indented, indentedBody } from './indented.ts'
import { advanceRootLine } from './root-line.ts'

/** The body after a marker of `width` columns. If text follows the marker, the marker gives the indentation; otherwise the lines below do.
 */
function markedBody(cursor: Cursor, width: number): Indented {
  const { block, index } = cursor
  const rest = block[index]!.text.length > width
  return indentedBody(block, index, rest ? { indent: width } : { firstIndent: width })
}

/** The lines of an item with its marker, for its position. */
export function itemExtent(cursor: Cursor, body: Indented): { start: number; end: number } {
  const line = cursor.block[cursor.index]!
  const start = offsetAt(line, 0)
  return { start, end: body.lines.length > 0 ? Math.max(extent(body.lines).end, start) : endOf(line) }
}

/** A `list_item` with its parsed body; moves the cursor after it. `facts` are added to its data. */
export function listItem(
  cursor: Cursor,
  width: number,
  facts?: Record<string, unknown>,
): { item: ElementNode; blankFinish: boolean } {
  const { parser } = cursor
  const body = markedBody(cursor, width)
  const at = itemExtent(cursor, body)
  const line = cursor.block[cursor.index]!
  let markerEnd = width
  while (line.text.charCodeAt(markerEnd - 1) === 32) markerEnd--
  const marker = line.text.slice(0, markerEnd)
  const indent = body.indent || width
  const item = parser.element('list_item', at.start, at.end)
  item.data = facts ? { marker, indent, ...facts } : { marker, indent }
  advanceRootLine(cursor, body.next)
  if (body.lines.length > 0) item.children = parser.parseBlock(body.lines)
  cursor.index = body.next
  return { item, blankFinish: body.blankFinish }
}

/** Skips blank lines; returns the next line. */
export function nextText(cursor: Cursor): Block[number] | undefined {
  while (cursor.index < cursor.block.length && cursor.block[cursor.index]!.text === '') cursor.index++
  return cursor.block[cursor.index]
}

/** Extends the position of a list to its last item. */
export function extendTo(list: ElementNode, last: ElementNode): void {
  endAt(list, last.position.end)
}
