/** Text by offsets: lines, indentation, blocks. */
import { type ElementNode, isElement, isWhitespace, type RstNode } from '../rst/index.ts'
import type { Range } from './reading.ts'

const tabWidth = 8

/** The start of the line that contains `offset`. */
export function lineStart(source: string, offset: number): number {
  let at = offset
  while (at > 0 && !isNewline(source.charCodeAt(at - 1))) at--
  return at
}

/** The end of the line that contains `offset`, without its newline. */
export function lineEnd(source: string, offset: number): number {
  newline.lastIndex = offset
  return newline.test(source) ? newline.lastIndex - 1 : source.length
}

/** Where docutils ends a line. */
const newline = /[\r\n\x1c-\x1e\x85\u2028\u2029]/g

/** The first offset of the next line. */
export function nextLine(source: string, offset: number): number {
  const end = lineEnd(source, offset)
  return source[end] === '\r' && source[end + 1] === '\n' ? end + 2 : Math.min(end + 1, source.length)
}

/** The start of the line of `offset` if only white space precedes it; otherwise `offset`. */
function withIndent(source: string, offset: number): number {
  let at = offset
  while (at > 0 && !isNewline(source.charCodeAt(at - 1))) {
    if (source[at - 1]!.trim() !== '') return offset
    at--
  }
  return at
}

function isNewline(code: number): boolean {
  return code === 10 || code === 13 || (code >= 0x1c && code <= 0x1e) || code === 0x85 || code === 0x2028 || code === 0x2029
}

/** A range without white space at its ends; the indentation of its first line stays. */
export function trimRange(source: string, { start, end }: Range): Range {
  let from = start
  let to = end
  while (to > from && isWhitespace(source.charCodeAt(to - 1))) to--
  while (from < to && isWhitespace(source.charCodeAt(from))) from++
  return { start: Math.max(start, withIndent(source, from)), end: to }
}

/** The text of a range as a value: without the indentation of its container, with `\n` between lines, and without trailing white space. */
export function textOf(source: string, range: Range, column = 0): string {
  const raw = source.slice(range.start, range.end)
  const isAtStart = range.start === 0 || isNewline(source.charCodeAt(range.start - 1))
  const own = (line: string, index: number) => (index > 0 || isAtStart ? outdent(line, column) : line).trimEnd()
  if (!/[\r\n]/.test(raw)) return own(raw, 0)
  return raw
    .split(/\r\n|\r|\n/)
    .map(own)
    .join('\n')
    .trimEnd()
}

function outdent(line: string, column: number): string {
  let at = 0
  let width = 0
  while (at < line.length && width < column && (line[at] === ' ' || line[at] === '\t')) {
    width += line[at] === '\t' ? tabWidth - (width % tabWidth) : 1
    at++
  }
  return ' '.repeat(Math.max(0, width - column)) + line.slice(at)
}

/** Indents every line that is not empty by `column` columns. */
export function indent(text: string, column: number): string {
  return column === 0 ? text : text.replace(/^(?=[^\n])/gm, ' '.repeat(column))
}

/** The column of an offset, 0-based, tabs counted as docutils does. */
export function columnOf(source: string, offset: number): number {
  let width = 0
  for (let at = lineStart(source, offset); at < offset; at++) width += source[at] === '\t' ? tabWidth - (width % tabWidth) : 1
  return width
}

/** The number of characters of the indentation of a range. */
export function indentOf(source: string, { start, end }: Range): number {
  return /^[ \t]*/.exec(source.slice(start, end))![0].length
}

/** The column in which the text of a range begins. */
export function textColumn(source: string, range: Range): number {
  return columnOf(source, range.start + indentOf(source, range))
}

export function isSection(node: RstNode): node is ElementNode {
  return node.type === 'section'
}

/** A block of a body: a node and its whole lines. */
export interface Block extends Range {
  node?: ElementNode
}

/** The blocks of a range, in order and separated only by white space. Text that no node covers, such as a `::` on its own line, belongs to
 * the node after it.
 */
export function blocksOf(source: string, nodes: readonly RstNode[], range: Range): Block[] {
  const whole = trimRange(source, range)
  const blocks: Block[] = []
  let from = whole.start
  for (const node of nodes) {
    if (!isElement(node) || node.type === 'system_message') continue
    const { start, end } = node.position
    if (start.offset < from || end.offset > whole.end || start.offset === end.offset) continue
    blocks.push({ node, start: trimRange(source, { start: from, end: start.offset + 1 }).start, end: end.offset })
    from = end.offset
  }
  const rest = trimRange(source, { start: from, end: whole.end })
  const last = blocks.at(-1)
  if (rest.end > rest.start) {
    if (last) last.end = rest.end
    else blocks.push({ ...rest })
  }
  return blocks
}
