/** Edits cells of a table, and makes columns wider if the new text needs it. */
import { addTo, largest } from '../../text/index.ts'
import { trimEnd } from '../whitespace.ts'
import { type Row, tableRow, unitOf } from './columns.ts'
import { findCells, type Rectangle } from './grid.ts'

/** One replacement in a line of a table: characters `from` to `to` (exclusive) become `text`. */
export interface CellEdit {
  /** The index of the line. */
  line: number
  from: number
  to: number
  text: string
}

/** A text as a table row, to measure or cut it. */
export function rowOf(text: string): Row {
  return tableRow({ text, number: 0, start: 0 })
}

/** The number of columns that a text takes in a table. */
export function widthOf(text: string): number {
  return rowOf(text).padded.length
}

/** The lines of a table (without its indentation) after edits in its cells; `undefined` if it is not a table that can be read, or
 * if an edit is not inside one cell.
 */
export function fitTable(lines: readonly string[], edits: readonly CellEdit[]): string[] | undefined {
  const rows = lines.map((line) => rowOf(trimEnd(line)))
  if (/^\+-/.test(lines[0] ?? '')) return fitGrid(rows, edits)
  return /^=+ +=/.test(lines[0] ?? '') ? fitSimple(rows, edits) : undefined
}

/** The part of a line that belongs to one cell: its place in the line, and its new text. */
interface Piece {
  from: number
  to: number
  text: string
}

/** The edits of each line that no cell has taken yet. */
type OpenEdits = Map<number, CellEdit[]>

function openEdits(edits: readonly CellEdit[]): OpenEdits {
  const open: OpenEdits = new Map()
  for (const edit of edits) addTo(open, edit.line, edit)
  return open
}

/** The part of a line between two columns, after the edits inside it. These edits are removed from `open`. */
function edited(row: Row, line: number, left: number, right: number, open: OpenEdits): Piece & { isEdited: boolean } {
  const [from, to] = [unitOf(row, left), unitOf(row, right)]
  let text = ''
  let at = from
  const isInside = (edit: CellEdit) => edit.from >= from && edit.to <= to
  const ofLine = open.get(line) ?? []
  const inside = ofLine.filter(isInside)
  if (inside.length === ofLine.length) open.delete(line)
  else if (inside.length > 0)
    open.set(
      line,
      ofLine.filter((edit) => !isInside(edit)),
    )
  for (const edit of inside.sort((a, b) => a.from - b.from)) {
    text += row.line.text.slice(at, edit.from) + edit.text
    at = edit.to
  }
  return { from, to, text: trimEnd(text + row.line.text.slice(at, to)), isEdited: inside.length > 0 }
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

function fitGrid(rows: readonly Row[], edits: readonly CellEdit[]): string[] | undefined {
  const found = findCells(rows)
  if ('problem' in found) return undefined
  const open = openEdits(edits)
  const borders = [...found.columnBorders].sort((a, b) => a - b)
  const extra = new Map(borders.map((border) => [border, 0]))
  const widening = ({ left, right }: Rectangle) =>
    borders.reduce((sum, border) => sum + (border > left && border <= right ? extra.get(border)! : 0), 0)
  const texts = found.cells.map(({ top, left, bottom, right }) =>
    rows.slice(top + 1, bottom).map((row, index) => edited(row, top + 1 + index, left + 1, right, open)),
  )
  if (open.size > 0) return undefined
  const order = found.cells
    .map((cell, index) => ({ cell, index }))
    .sort((a, b) => a.cell.right - a.cell.left - (b.cell.right - b.cell.left))
  for (const { cell, index } of order) {
    const wanted = Math.max(0, largest(texts[index]!.filter((line) => line.isEdited).map(({ text }) => widthOf(text))))
    const lacking = wanted - (cell.right - cell.left - 1) - widening(cell)
    // One space before the border, as in most tables.
    if (lacking > 0) extra.set(cell.right, extra.get(cell.right)! + lacking + 1)
  }
  const starts = rows.map(() => new Map<number, { cell: Rectangle; text: string }>())
  for (const [index, cell] of found.cells.entries())
    for (const [line, { text }] of texts[index]!.entries()) starts[cell.top + 1 + line]!.set(cell.left + 1, { cell, text })
  return rows.map((row, line) => {
    let text = ''
    for (let column = 0; column < rows[0]!.padded.length; column++) {
      const start = starts[line]!.get(column)
      if (start) {
        const { left, right } = start.cell
        text += padded(start.text, right - left - 1 + widening(start.cell))
        column = right
      } else text += (row.padded[column - 1] ?? '').repeat(extra.get(column) ?? 0)
      text += row.padded[column] ?? ''
    }
    return text
  })
}

/** The columns of a simple table, as its border draws them (`to` exclusive). */
export function drawnColumns(border: string): { from: number; to: number }[] {
  return [...border.matchAll(/[=-]+/g)].map((match) => ({ from: match.index, to: match.index + match[0].length }))
}

function fitSimple(rows: readonly Row[], edits: readonly CellEdit[]): string[] | undefined {
  const columns = drawnColumns(rows[0]!.padded)
  const open = openEdits(edits)
  const extra = columns.map(() => 0)
  const isBorder = (row: Row) => /^=[= ]*$|^-[- ]*$/.test(row.padded)
  const pieces = rows.map((row, line) => {
    if (isBorder(row)) return []
    const found: (Piece & { first: number; last: number })[] = []
    for (let first = 0; first < columns.length; first++) {
      let last = first
      // Text in the margin belongs to a cell that spans columns.
      while (last + 1 < columns.length && row.stripped.slice(columns[last]!.to, columns[last + 1]!.from).trim() !== '') last++
      const next = columns[last + 1]
      const piece = edited(row, line, columns[first]!.from, next ? next.from : Number.MAX_SAFE_INTEGER, open)
      const lacking = next ? rowOf(piece.text).stripped.length - (columns[last]!.to - columns[first]!.from) : 0
      if (piece.isEdited && lacking > 0) extra[last] = Math.max(extra[last]!, lacking)
      found.push({ ...piece, first, last })
      first = last
    }
    return found
  })
  if (open.size > 0) return undefined
  return rows.map((row, line) => {
    const { padded: text } = row
    if (isBorder(row)) return columns.reduceRight((border, { to }, index) => stretched(border, to, extra[index]!), text)
    const parts = pieces[line]!.map(({ text: content, first, last }) => {
      const next = columns[last + 1]
      if (!next) return content
      const width = next.from - columns[first]!.from + extra.slice(first, last + 1).reduce((sum, by) => sum + by, 0)
      return content + ' '.repeat(Math.max(0, width - rowOf(content).stripped.length))
    })
    return trimEnd(parts.join(''))
  })
}

/** A border in which the column that ends at `end` is longer by `by` characters. */
function stretched(border: string, end: number, by: number): string {
  if (end > border.length || by === 0) return border
  return border.slice(0, end) + border[end - 1]!.repeat(by) + border.slice(end)
}
