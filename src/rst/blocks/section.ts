/** Sections: which are open, and what a title does to them. */

import type { Line } from '../lines.ts'
import { endOf, extent, joinLines } from '../lines.ts'
import { normalizeName } from '../name.ts'
import { addTo } from '../names.ts'
import { plainText } from '../plain-text.ts'
import type { ElementNode, RstNode } from '../tree.ts'
import { trimStart } from '../whitespace.ts'
import type { Cursor } from './construct.ts'

/** The sections of a document, or of a body that may hold titles. */
export interface Sections {
  /** The title styles met so far, by level: the adornment's character, twice where there is an overline. */
  readonly styles: string[]
  /** The open sections, outermost first, each with the list that took it. */
  readonly open: { node: ElementNode; outer: RstNode[] }[]
  /** Whether these are the document's own. */
  isRoot: boolean
}

export function openSections(isRoot = false): Sections {
  return { styles: [], open: [], isRoot }
}

/** A title as written: `first` to `last` are indices in the block. */
export interface TitleLines {
  overline?: Line
  title: Line
  underline: Line
  first: number
  /** Behind the underline. */
  next: number
  /** What docutils said about the lengths; belongs behind the title. */
  messages: RstNode[]
}

/** Opens the section of a title where its style allows, closing those that end here. */
export function section(cursor: Cursor, written: TitleLines): void {
  const { parser } = cursor
  const sections = cursor.sections as Sections
  const { overline, underline } = written
  const style = (underline.text[0] as string).repeat(overline ? 2 : 1)
  const known = sections.styles.indexOf(style) + 1
  const level = known || sections.styles.length + 1
  const lines = overline ? [overline, written.title, underline] : [written.title, underline]
  const at = extent(lines)
  const titleLine = written.title.number + 1
  if (level > sections.open.length + 1) {
    const source = parser.element('literal_block', at.start, at.end, { 'xml:space': 'preserve' }, [
      parser.text(joinLines(lines), at.start, at.end),
    ])
    const line = overline ? titleLine : titleLine
    cursor.nodes.push(parser.message(4, 'Title level inconsistent:', line, at, [source]))
    cursor.index = written.next
    return
  }
  if (known === 0) sections.styles.push(style)
  closeSections(cursor, level - 1, written.first)
  if (sections.isRoot && level === 1) parser.rootLine = underline.number + 1

  const node = parser.element('section', at.start, at.end)
  node.data = {
    level,
    adornment: {
      character: underline.text[0],
      overline: overline !== undefined,
      style,
      underline: { start: underline.start, end: endOf(underline) },
      ...(overline && { overlineAt: { start: overline.start, end: endOf(overline) } }),
    },
  }
  const outer = cursor.nodes
  outer.push(node)
  parser.parent = outer
  const titleAt = extent([written.title])
  const text = { ...written.title, text: trimStart(written.title.text), start: titleAt.start }
  const indented = written.title.text.length - text.text.length
  if (text.map) text.map = text.map.subarray(indented)
  const { nodes, messages } = parser.parseInline(parser.inlineSource([text], titleLine))
  const title = parser.element('title', titleAt.start, titleAt.end, {}, nodes)
  title.data = { adornment: node.data.adornment }
  addTo(node, 'names', normalizeName(plainText(title)))
  node.children.push(title, ...written.messages, ...messages)
  parser.names.noteImplicitTarget(node, node.children, underline.number + 1)
  sections.open.push({ node, outer })
  cursor.nodes = node.children
  parser.parent = node.children
  cursor.index = written.next
}

/** Closes sections until `depth` are open. They end with the last text before line `before` of the block. */
export function closeSections(cursor: Cursor, depth: number, before: number): void {
  const sections = cursor.sections as Sections
  if (sections.open.length <= depth) return
  let last = before - 1
  while (last > 0 && cursor.block[last]!.text === '') last--
  const { start, end } = extent([cursor.block[last]!])
  const place = cursor.parser.element('', start, end).position.end
  while (sections.open.length > depth) {
    const { node, outer } = sections.open.pop() as Sections['open'][number]
    node.position.end = place
    cursor.nodes = outer
  }
}
