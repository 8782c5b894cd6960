/** Reads a simple table: its top border gives the columns, and text in the first column starts a row. */
import { isWhitespace } from '../whitespace.ts'
import type { TableData, TableProblem } from './build.ts'
import { type Cell, cutCell, type Row } from './columns.ts'

const border = /^=[ =]*$/
const spans = /^-[ -]*$/

interface Column {
  from: number
  to: number
}

/** A row: lines `start` to `end` (exclusive), and its own columns if the border below it spans some. */
interface RowLines {
  start: number
  end: number
  own?: readonly Column[]
}

/** The state while a table is read. */
interface SimpleTable {
  rows: readonly Row[]
  columns: Column[]
  /** Where the top border ends: column spans must end there too. */
  borderEnd: number
}

/** Reads the rows of a simple table, borders included. */
export function readSimple(rows: readonly Row[], shift: number): TableData | TableProblem {
  const texts = rows.map((row) => row.padded)
  const last = texts.length - 1
  texts[0] = (texts[0] as string).replaceAll('=', '-')
  texts[last] = (texts[last] as string).replaceAll('=', '-')
  const head = texts.findIndex((text) => border.test(text))
  if (head >= 0) texts[head] = (texts[head] as string).replaceAll('=', '-')

  const columns = columnsOf(texts[0])
  const reading: SimpleTable = { rows, columns, borderEnd: columns[columns.length - 1]!.to }
  const first = { ...columns[0]! }
  const found: RowLines[] = []
  let start = 1
  let inRow = false
  for (let i = 1; i < texts.length; i++) {
    const text = texts[i] as string
    const isBorder = text.charCodeAt(0) === 45 && spans.test(text)
    if (isBorder || text.slice(first.from, first.to).trim() !== '') {
      if (isBorder || (inRow && i !== start)) {
        const row = readRow(reading, start, i, isBorder ? text : undefined)
        if (row && 'problem' in row) return row
        if (row) found.push(row)
      }
      start = isBorder ? i + 1 : i
      inRow = !isBorder
    } else if (!inRow) start = i + 1
  }
  const body = head < 0 ? 0 : found.findIndex((row) => row.start > head)
  return {
    columns: columns.map(({ from, to }) => to - from),
    // If no row follows the border of the head, all rows belong to the body, as in docutils.
    headRows: Math.max(body, 0),
    rowCount: found.length,
    row: (index) => cellsOf(reading, found[index] as RowLines, shift),
  }
}

/** The columns that a border draws. */
function columnsOf(text: string | undefined): Column[] {
  const columns: Column[] = []
  let to = 0
  while (text) {
    const from = text.indexOf('-', to)
    if (from < 0) break
    to = text.indexOf(' ', from)
    if (to < 0) to = text.length
    columns.push({ from, to })
    if (to === text.length) break
  }
  return columns
}

/** Reads the row of lines `start` to `end`; `underline` is the border below it, which gives the row its own columns. */
function readRow(reading: SimpleTable, start: number, end: number, underline?: string): RowLines | TableProblem | undefined {
  if (underline === undefined) {
    if (end === start) return undefined
    return checkMargins(reading, reading.columns, start, end) ?? { start, end }
  }
  const { columns } = reading
  const own = columnsOf(underline)
  const last = own[own.length - 1] as Column
  if (last.to !== reading.borderEnd) return { problem: `Column span incomplete in table line ${end + 1}.`, row: end }
  // The last column has no end.
  last.to = columns[columns.length - 1]!.to
  const problem = checkMargins(reading, own, start, end)
  if (problem) return problem
  let i = 0
  for (const { from, to } of own) {
    if (columns[i]?.from !== from) return misaligned(start)
    while (columns[i] && columns[i]!.to !== to) i++
    if (!columns[i]) return misaligned(start)
    i++
  }
  return { start, end, own }
}

function misaligned(start: number): TableProblem {
  return { problem: `Column span alignment problem in table line ${start + 2}.`, row: start + 1 }
}

/** Reports text between columns. Text after the end of the last column makes that column wider. */
function checkMargins(reading: SimpleTable, own: readonly Column[], start: number, end: number): TableProblem | undefined {
  const { columns, rows } = reading
  const last = own[own.length - 1] as Column
  for (let row = start; row < end; row++) {
    const { length } = (rows[row] as Row).stripped
    for (let i = 0; i < own.length - 1 && length > own[i]!.to; i++) {
      if (!isBlank((rows[row] as Row).stripped, own[i]!.to, own[i + 1]!.from)) return overflow(reading, own, start, end)
    }
  }
  for (let row = start; row < end; row++) {
    const text = (rows[row] as Row).stripped
    if (isBlank(text, last.to, text.length)) continue
    const wider = columns[columns.length - 1] as Column
    const newEnd = Math.max(last.from, text.trimEnd().length)
    last.to = Math.max(wider.to, newEnd)
    if (newEnd > wider.to) wider.to = newEnd
  }
  return undefined
}

/** The error for the first column that text follows, at the first line with such text. */
function overflow({ rows }: SimpleTable, own: readonly Column[], start: number, end: number): TableProblem {
  for (let i = 0; i < own.length - 1; i++) {
    for (let row = start; row < end; row++) {
      if (isBlank((rows[row] as Row).stripped, own[i]!.to, own[i + 1]!.from)) continue
      return { problem: `Text in column margin in table line ${row + 1}.`, row }
    }
  }
  throw new Error('Expected text in a column margin: it was seen a moment ago')
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to && i < text.length; i++) if (!isWhitespace(text.charCodeAt(i))) return false
  return true
}

/** The cells of a row. The last one includes all text up to the end of its lines. */
function cellsOf({ rows, columns }: SimpleTable, { start, end, own = columns }: RowLines, shift: number): Cell[] {
  let i = 0
  return own.map(({ from, to }, index) => {
    const first = i
    if (index === own.length - 1) i = columns.length - 1
    else while (columns[i]!.to !== to) i++
    const right = index === own.length - 1 ? Number.MAX_SAFE_INTEGER : to
    const cell = cutCell(rows, start, from, end, right, shift)
    cell.moreColumns = i - first
    i++
    return cell
  })
}
