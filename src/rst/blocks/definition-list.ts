/** Definition lists: a term with classifiers, its definition indented below. */
import { appendAll } from '../../text/index.ts'
import { escapeBackslashes, resolveEscapes } from '../escapes.ts'
import type { Line } from '../lines.ts'
import { endOf, extent, offsetAt, originLine } from '../lines.ts'
import { type ElementNode, endAt, type RstNode, type TextNode } from '../tree.ts'
import { trimEnd } from '../whitespace.ts'
import type { Cursor } from './construct.ts'
import { indentedBody } from './indented.ts'
import { constructAt } from './index.ts'
import { extendTo, nextText } from './list-item.ts'
import { advanceRootLine } from './root-line.ts'
import { endsWithoutBlankLine } from './unindent.ts'

/** At the first term; the line below is indented. */
export function definitionList(cursor: Cursor): boolean {
  const { parser, block } = cursor
  const outer = cursor.nodes
  const first = block[cursor.index]!
  const list = parser.element('definition_list', first.start, first.start)
  // Messages about targets in the first term come before the list; newer versions drop those about others.
  const later = parser.docutils.duplicateNames ? [] : list.children
  let blankFinish = true
  for (let line: Line | undefined = first; line && isTerm(cursor, line !== first); line = nextText(cursor)) {
    parser.parent = line === first ? outer : later
    const parsed = definitionListItem(cursor)
    if (line === first) outer.push(list)
    list.children.push(parsed.item)
    extendTo(list, parsed.item)
    blankFinish = parsed.blankFinish
  }
  if (!blankFinish) endsWithoutBlankLine(cursor, 'Definition list')
  return true
}

/** Whether the cursor is at another term: text that starts no other construct, with an indented line below. */
function isTerm(cursor: Cursor, further: boolean): boolean {
  if (!further) return true
  const { block, index } = cursor
  if (block[index + 1]?.text[0] !== ' ') return false
  return constructAt(cursor).name === 'text'
}

function definitionListItem(cursor: Cursor): { item: ElementNode; blankFinish: boolean } {
  const { parser, block } = cursor
  const term = block[cursor.index]!
  const body = indentedBody(block, cursor.index + 1)
  const last = block[body.next - 1]!
  const bodyAt = extent(body.lines)
  advanceRootLine(cursor, body.next)
  const item = parser.element('definition_list_item', term.start, bodyAt.end)
  // Older versions ask for the line after they have read the definition: it is the last but one line of the item.
  const line = parser.docutils.termLine ? term.number + 1 : last.number
  item.data = { docutilsLine: parser.docutils.termLine ? originLine(term) : originLine(last) - 1 }
  const { nodes, messages } = parser.parseInline(parser.inlineSource([term], line))
  appendAll(item.children, termWithClassifiers(cursor, term, nodes))
  const definition = parser.element('definition', bodyAt.start, bodyAt.end, {}, messages)
  if (parser.docutils.termLine) definition.data = { docutilsLine: line + 1 }
  item.children.push(definition)
  if (term.text.endsWith('::')) {
    const text = 'Blank line missing before literal block (after the "::")? Interpreted as a definition list item.'
    const colons = endOf(term)
    definition.children.push(parser.message(1, text, line + 1, { start: colons - 2, end: colons }))
  }
  cursor.index = body.next
  appendAll(definition.children, parser.parseBlock(body.lines))
  return { item, blankFinish: body.blankFinish }
}

const classifierDelimiter = /(?<! ) +: +/g

/** Splits the text of a term at ` : `, whose colon must not be escaped. */
function termWithClassifiers(cursor: Cursor, line: Line, nodes: RstNode[]): ElementNode[] {
  const { parser } = cursor
  const parts: ElementNode[] = [parser.element('term', line.start, endOf(line))]
  const close = (end: number) => {
    const part = parts[parts.length - 1] as ElementNode
    endAt(part, parser.point(end))
  }
  for (const node of nodes) {
    const part = parts[parts.length - 1] as ElementNode
    const pieces = node.type === 'text' ? splitText(line, node as TextNode) : []
    if (pieces.length < 2) {
      part.children.push(node)
      continue
    }
    pieces.forEach((piece, i) => {
      if (i > 0) parts.push(parser.element('classifier', piece.start, endOf(line)))
      if (i > 0 || piece.text !== '') parts[parts.length - 1]!.children.push(parser.text(piece.text, piece.start, piece.end))
      if (i < pieces.length - 1) close(piece.end)
    })
  }
  return parts
}

interface Piece {
  text: string
  start: number
  end: number
}

/** The pieces of a text node between classifier delimiters. They are found in the source line, so that escapes are visible. */
function splitText(line: Line, node: TextNode): Piece[] {
  if (!node.value.includes(':')) return []
  const first = columnAt(line, node.position.start.offset)
  const escaped = escapeBackslashes(line.text.slice(first, columnAt(line, node.position.end.offset)))
  const pieces: Piece[] = []
  let from = 0
  const add = (to: number) => {
    // Text before the first delimiter belongs to the term, without the space at its end.
    const piece = escaped.slice(from, to)
    const text = resolveEscapes(pieces.length === 0 ? trimEnd(piece) : piece)
    pieces.push({ text, start: offsetAt(line, first + from), end: offsetAt(line, first + to) })
  }
  for (const match of escaped.matchAll(classifierDelimiter)) {
    add(match.index)
    from = match.index + match[0].length
  }
  add(escaped.length)
  return pieces
}

/** The column of a line at a source offset. */
function columnAt(line: Line, offset: number): number {
  return line.map ? line.map.findIndex((mapped) => mapped >= offset) : offset - line.start
}
