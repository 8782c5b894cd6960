/** Lines of the source, and blocks of lines; every character can be mapped back to its offset.
 *
 * As docutils does before it parses, tabs become spaces up to the next multiple of eight columns, form feeds and vertical tabs become
 * a space, and white space at the end of a line is removed. Only the text of a line changes; `offsetAt` returns the original offset.
 */
import { isWhitespace, leadingWhitespace } from './whitespace.ts'

export interface Line {
  /** The line as the parser sees it. */
  text: string
  /** 0-based line number in the source. docutils' line is one more. */
  number: number
  /** Source offset of the first character of `text`. */
  start: number
  /** The source offset of every column and of the end, if tabs make them differ from `start + column`. */
  map?: Int32Array
  /** A different line number in docutils, whose messages count differently in the cells of tables. */
  origin?: number
}

/** docutils' line (1-based) for messages that use the line's own number. */
export function originLine(line: Line): number {
  return (line.origin ?? line.number) + 1
}

/** Lines that are parsed together: the document, a list item, a table cell. docutils: `StringList`. */
export type Block = readonly Line[]

/** The source offset of a column of a line; `column` may be `text.length`, the end. */
export function offsetAt(line: Line, column: number): number {
  return line.map ? (line.map[Math.min(column, line.map.length - 1)] as number) : line.start + column
}

/** Source offset of the end of a line's text. */
export function endOf(line: Line): number {
  return offsetAt(line, line.text.length)
}

/** A line without its first `columns` characters (fewer if it is shorter). */
export function dedent(line: Line, columns: number): Line {
  if (columns <= 0) return line
  const by = Math.min(columns, line.text.length)
  const { number, origin } = line
  return { text: line.text.slice(by), number, start: offsetAt(line, by), map: line.map?.subarray(by), origin }
}

/** Columns `from` to `to` of a line. White space at the end stays. */
export function sliceLine(line: Line, from: number, to: number): Line {
  const start = Math.min(from, line.text.length)
  const end = Math.min(Math.max(to, start), line.text.length)
  return {
    text: line.text.slice(start, end),
    number: line.number,
    start: offsetAt(line, start),
    map: line.map?.subarray(start, end + 1),
    origin: line.origin,
  }
}

const lineFeed = 10

/** The texts of some lines, joined by newlines, if the source has them exactly so: cutting one piece is cheaper than joining many. */
export function pieceOf(source: string, block: Block): string | undefined {
  const first = block[0]!
  let last = first
  for (let i = 1; i < block.length && !last.map; i++) {
    const line = block[i]!
    const end = last.start + last.text.length
    if (line.start !== end + 1 || source.charCodeAt(end) !== lineFeed) return undefined
    last = line
  }
  if (last.map) return undefined
  return last === first ? first.text : source.slice(first.start, last.start + last.text.length)
}

/** The texts of some lines, joined by newlines. */
export function joinLines(block: Block): string {
  if (block.length === 1) return block[0]!.text
  let text = ''
  for (let i = 0; i < block.length; i++) text += i === 0 ? block[i]!.text : `\n${block[i]!.text}`
  return text
}

/** The common indentation of all lines with text; infinite if there are none. */
export function commonIndent(block: Block): number {
  return block.reduce(
    (least, { text }) => (text === '' ? least : Math.min(least, leadingWhitespace(text))),
    Number.POSITIVE_INFINITY,
  )
}

/** The source range of some lines, without blank lines at both ends and without indentation. */
export function extent(block: Block): { start: number; end: number } {
  let first = 0
  while (first < block.length - 1 && block[first]!.text === '') first++
  let last = block.length - 1
  while (last > first && block[last]!.text === '') last--
  const line = block[first]
  if (!line) return { start: 0, end: 0 }
  let column = 0
  while (column < line.text.length && line.text.charCodeAt(column) === 32) column++
  return { start: offsetAt(line, column), end: endOf(block[last]!) }
}

const tab = 9
const verticalTab = 11
const formFeed = 12
const carriageReturn = 13

/** White space that is replaced, and line ends of Python's `splitlines()` other than the line feed. Vertical tab and form feed are not
 * among these, because docutils has replaced them before.
 */
const special = /[\t\v-\r\x1c-\x1e\x85\u2028\u2029]/g

/** The offset of the first special character at or after `from`; the length of the source if there is none. */
function nextSpecial(source: string, from: number): number {
  special.lastIndex = from
  return special.test(source) ? special.lastIndex - 1 : source.length
}

/** Longer lines keep their tabs, which could make them eight times as long: docutils reads no document with such a line. */
const longestExpanded = 100_000

/** Splits a source into lines as docutils does. A byte order mark at the start belongs to no line. */
export function splitLines(source: string, tabWidth = 8): Line[] {
  const lines: Line[] = []
  const { length } = source
  let start = source.charCodeAt(0) === 0xfeff ? 1 : 0
  // Both are searched only when the last one found is passed: most documents have nothing special.
  let feed = -1
  let found = nextSpecial(source, start)
  while (start < length) {
    if (feed < start) {
      feed = source.indexOf('\n', start)
      if (feed < 0) feed = length
    }
    let end = feed
    let plain = true
    for (; found < end; found = nextSpecial(source, found + 1)) {
      const code = source.charCodeAt(found)
      if (code === tab || code === verticalTab || code === formFeed) plain = false
      else end = found
    }
    const number = lines.length
    let last = end
    while (last > start && isWhitespace(source.charCodeAt(last - 1))) last--
    if (plain || last === start || last - start > longestExpanded)
      lines.push({ text: source.slice(start, last), number, start, map: undefined, origin: undefined })
    else lines.push(expandLine(source.slice(start, last), start, number, tabWidth))
    if (end >= length) break
    start = end + (source.charCodeAt(end) === carriageReturn && source.charCodeAt(end + 1) === lineFeed ? 2 : 1)
  }
  return lines
}

/** A line that ends with text, with its tabs expanded, and the map back. Columns are counted in code points, as Python counts them. */
function expandLine(raw: string, start: number, number: number, tabWidth: number): Line {
  let text = ''
  const map: number[] = []
  let column = 0
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i)
    if (code === tab) {
      const width = tabWidth > 0 ? tabWidth - (column % tabWidth) : 0
      text += ' '.repeat(width)
      for (let k = 0; k < width; k++) map.push(start + i)
      column += width
      continue
    }
    text += code === verticalTab || code === formFeed ? ' ' : raw[i]
    map.push(start + i)
    if (code < 0xdc00 || code > 0xdfff) column++
  }
  map.push(start + raw.length)
  return { text, number, start, map: Int32Array.from(map), origin: undefined }
}
