/** The lines of a table by columns, as editors display them: a wide character takes two columns, a combining one takes none. */
import { type Line, offsetAt } from '../lines.ts'
import { characterSet } from '../ranges.ts'
import type { RstNode } from '../tree.ts'
import { combining, wide } from '../unicode-tables.ts'
import { leadingWhitespace, trimEnd } from '../whitespace.ts'

const isWide = characterSet(wide)
const isCombining = characterSet(combining)

/** A line of a table. */
export interface Row {
  line: Line
  /** The text with a NUL after each wide character, and one placeholder for each surrogate pair. */
  padded: string
  /** `padded` without combining characters: one character per column. Column borders are compared with this. */
  stripped: string
  /** The index in `line.text` of every character of `stripped`, and of the end; absent if the indexes are the same. */
  units?: Int32Array
}

/** Replaces characters outside the Basic Multilingual Plane; for a table it only matters that they are text. */
const placeholder = '\ue000'

/** The columns of a line. */
export function tableRow(line: Line): Row {
  const { text } = line
  // No character below U+0300 is wide or combining.
  if (!/[^\0-\u02ff]/.test(text)) return { line, padded: text, stripped: text }
  let padded = ''
  let stripped = ''
  const units: number[] = []
  for (let i = 0; i < text.length; ) {
    const codePoint = text.codePointAt(i) as number
    const next = i + (codePoint > 0xffff ? 2 : 1)
    const character = codePoint > 0xffff ? placeholder : text[i]!
    padded += character
    const combines = codePoint >= 0x300 && isCombining(codePoint)
    if (!combines) {
      stripped += character
      units.push(i)
    }
    if (codePoint >= 0x300 && isWide(codePoint)) {
      padded += '\0'
      stripped += '\0'
      units.push(next)
    }
    i = next
  }
  units.push(text.length)
  return { line, padded, stripped, units: Int32Array.from(units) }
}

/** The index of a column in the line's text; the end of the text if the line is shorter. */
export function unitOf(row: Row, column: number): number {
  const { units, line } = row
  if (!units) return Math.min(column, line.text.length)
  return units[Math.min(column, units.length - 1)] as number
}

/** A cell of a table. `start` and `end` are source offsets; `moreRows` and `moreColumns` count the rows and columns that it spans
 * in addition to the first.
 */
export interface Cell {
  /** Without their common indentation; empty if the cell is empty. */
  lines: Line[]
  /** The content, if it is parsed already. */
  children?: RstNode[]
  start: number
  end: number
  moreRows: number
  moreColumns: number
  /** The lines of the source above the cell, if docutils numbers its lines from the first. */
  linesAbove?: number
}

/** The cell in columns `left` to `right` of rows `top` to `bottom` (ends exclusive). `shift` is added to the `number` of its
 * lines: docutils before 0.23 counts the lines of a cell one too high.
 */
export function cutCell(rows: readonly Row[], top: number, left: number, bottom: number, right: number, shift: number): Cell {
  const lines: Line[] = []
  let indent = Number.POSITIVE_INFINITY
  let first = -1
  let last = -1
  for (let i = top; i < bottom; i++) {
    const row = rows[i] as Row
    const from = unitOf(row, left)
    const text = trimEnd(row.line.text.slice(from, unitOf(row, right)))
    if (text !== '') {
      if (first < 0) first = i - top
      last = i - top
      indent = Math.min(indent, leadingWhitespace(text))
    }
    lines.push({
      text,
      number: row.line.number + shift,
      origin: row.line.origin ?? row.line.number,
      start: offsetAt(row.line, from),
      map: row.line.map?.subarray(from, from + text.length + 1),
    })
  }
  if (first < 0) {
    // An empty cell: its place is where the text would start.
    const row = rows[Math.min(top, rows.length - 1)] as Row
    const place = offsetAt(row.line, unitOf(row, left))
    return { lines: [], start: place, end: place, moreRows: 0, moreColumns: 0 }
  }
  if (indent > 0) {
    for (const line of lines) {
      if (line.text === '') continue
      line.start = offsetAt(line, indent)
      line.map = line.map?.subarray(indent)
      line.text = line.text.slice(indent)
    }
  }
  const lastLine = lines[last] as Line
  const start = offsetAt(lines[first] as Line, 0)
  return { lines, start, end: offsetAt(lastLine, lastLine.text.length), moreRows: 0, moreColumns: 0 }
}
