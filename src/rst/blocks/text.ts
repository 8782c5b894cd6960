/** Text: a paragraph, unless the next line makes it a title or a term. */
import { appendAll } from '../../text/index.ts'
import { sourceOffset } from '../inline/source.ts'
import { type Block, extent, originLine } from '../lines.ts'
import { preservedLines } from '../preserved.ts'
import type { ElementNode } from '../tree.ts'
import { trimEnd } from '../whitespace.ts'
import { columnWidth } from '../width.ts'
import { isAdornment, shortAdornment, titleErrorLevel } from './adornment-line.ts'
import type { Construct, Cursor } from './construct.ts'
import { definitionList } from './definition-list.ts'
import { literalBlock } from './literal-block.ts'
import { isOutermost } from './root-line.ts'
import { section } from './section.ts'

export const text: Construct = {
  name: 'text',
  starts: () => true,
  parse(cursor) {
    const { block, index } = cursor
    const next = block[index + 1]
    if (next && next.text !== '') {
      if (next.text.charCodeAt(0) === 32) return definitionList(cursor)
      if (isAdornment(next.text) && underlinedTitle(cursor)) return true
    }
    paragraph(cursor)
    return true
  },
}

/** At the title of an underlined title. Returns `false` if the underline is text.
 *
 *   > | Gerrit Topic
 *       ^
 *     | ============
 */
function underlinedTitle(cursor: Cursor): boolean {
  const { block, index, parser } = cursor
  const title = block[index]!
  const underline = block[index + 1]!
  const lines = [title, underline]
  const at = extent(lines)
  const messages: ElementNode[] = []
  const { length } = trimEnd(underline.text)
  if (columnWidth(title.text) > length) {
    if (length < shortAdornment) {
      if (cursor.sections) {
        const text = "Possible title underline, too short for the title.\nTreating it as ordinary text because it's so short."
        cursor.nodes.push(parser.message(1, text, underline.number + 1, extent([underline])))
      }
      return false
    }
    const line = underline.number + 1
    messages.push(parser.message(2, 'Title underline too short.', line, at, [preservedLines(parser, 'literal_block', lines)]))
  }
  if (!cursor.sections) {
    const message = parser.message(titleErrorLevel(parser), 'Unexpected section title.', originLine(underline), at, [
      preservedLines(parser, 'literal_block', lines),
    ])
    appendAll(cursor.nodes, [...messages, message])
    cursor.index += 2
    return true
  }
  section(cursor, { title, underline, first: index, next: index + 2, messages })
  return true
}

/** Parses a paragraph, up to the first blank or indented line, and the literal block that follows if it ends with `::`. */
function paragraph(cursor: Cursor): void {
  const { block, parser } = cursor
  const first = cursor.index
  let end = first + 1
  while (end < block.length) {
    const line = block[end]!.text
    if (line === '' || line.charCodeAt(0) === 32) break
    end++
  }
  if (isOutermost(cursor)) parser.rootLine = block[end - 1]!.number + 1 + (end === first + 1 ? 1 : 0)
  const lines = block.slice(first, end)
  cursor.index = end
  const announced = paragraphOf(cursor, lines)
  const indented = block[end]
  if (indented && indented.text !== '') {
    cursor.nodes.push(parser.message(3, 'Unexpected indentation.', originLine(indented), extent([indented])))
  }
  if (announced) literalBlock(cursor, announced)
}

/** The source offsets of the `::` that starts a literal block. */
export interface LiteralMarker {
  start: number
  end: number
}

/** Appends the paragraph of some lines. Returns its `::` if a literal block follows. */
function paragraphOf(cursor: Cursor, lines: Block): LiteralMarker | undefined {
  const { parser } = cursor
  const source = parser.inlineSource(lines)
  // Lines of a source never end with white space, but lines of a field's value may.
  let text = trimEnd(source.text)
  const { length } = text
  const announced = announcesLiteral(text)
  if (announced) {
    if (length === 2) return { start: sourceOffset(source, 0), end: sourceOffset(source, 2) }
    const before = text[length - 3]
    // `text ::` drops both colons, `text::` keeps one.
    text = before === ' ' || before === '\n' ? trimEnd(text.slice(0, length - 3)) : text.slice(0, length - 1)
  }
  parser.parent = cursor.nodes
  source.text = text
  const { nodes, messages } = parser.parseInline(source)
  const end = sourceOffset(source, announced && text.length === length - 1 ? length : text.length)
  const paragraph = parser.element('paragraph', sourceOffset(source, 0), end, {}, nodes)
  cursor.nodes.push(paragraph)
  appendAll(cursor.nodes, messages)
  return announced ? { start: sourceOffset(source, length - 2), end: sourceOffset(source, length) } : undefined
}

/** Whether a text ends with `::` that no backslash escapes. */
function announcesLiteral(text: string): boolean {
  if (!text.endsWith('::')) return false
  let backslashes = 0
  while (text[text.length - 3 - backslashes] === '\\') backslashes++
  return backslashes % 2 === 0
}
