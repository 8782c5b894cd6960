/** The lines of a table by columns, as an editor shows them: what is wide takes two, what combines takes none. */
import { type Line, offsetAt } from '../lines.ts'
import { characterSet } from '../ranges.ts'
import type { RstNode } from '../tree.ts'
import { combining, wide } from '../unicode-tables.ts'
import { trimEnd } from '../whitespace.ts'

const isWide = characterSet(wide)
const isCombining = characterSet(combining)

/** A line of a table. */
export interface Row {
  line: Line
  /** The text with one character a column: a NUL behind each wide character, one stand-in for what takes two code units. */
  padded: string
  /** `padded` without combining characters: what column borders are compared with. */
  stripped: string
  /** Index in `line.text` of every character of `stripped`, and of the end, where they differ. */
  units?: Int32Array
}

/** Stands for characters beyond the Basic Multilingual Plane, of which a table only needs to know that they are text. */
const standIn = '\ue000'

/** A line by columns. */
export function tableRow(line: Line): Row {
  const { text } = line
  // Nothing below U+0300 is wide or combining.
  if (!/[^\0-\u02ff]/.test(text)) return { line, padded: text, stripped: text }
  let padded = ''
  let stripped = ''
  const units: number[] = []
  for (let i = 0; i < text.length; ) {
    const codePoint = text.codePointAt(i) as number
    const next = i + (codePoint > 0xffff ? 2 : 1)
    const character = codePoint > 0xffff ? standIn : text[i]!
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

/** Index in the line's text of a column; the end where the line is shorter. */
export function unitOf(row: Row, column: number): number {
  const { units, line } = row
  if (!units) return Math.min(column, line.text.length)
  return units[Math.min(column, units.length - 1)] as number
}

/** A cell; it covers so many more rows and columns than one. */
export interface Cell {
  /** Without the indentation that they share. Nothing where the cell is empty. */
  lines: Line[]
  /** What is in it, where that has been parsed already. */
  children?: RstNode[]
  start: number
  end: number
  moreRows: number
  moreColumns: number
}

/**
 * Cuts columns `left` to `right` out of rows `top` to `bottom`. docutils before 0.23 counts the lines of a cell from one too far
 * down: their `number` is moved by `shift`, which is what messages about them carry.
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
      let own = 0
      while (text.charCodeAt(own) === 32) own++
      if (own < indent) indent = own
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
    // Nothing in it: a place of no width where its text would stand.
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
