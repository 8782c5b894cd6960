/** Reads a simple table: columns from its top border, rows from what stands in the first column. */
import type { Cell, CellRow, TableData, TableProblem } from './build.ts'
import { cutCell, type Row } from './columns.ts'

const border = /^=[ =]*$/
const spans = /^-[ -]*$/

interface Column {
  from: number
  to: number
}

/** A table while it is read. */
interface Reading {
  rows: readonly Row[]
  columns: Column[]
  /** Where the top border ends: column spans must end there too. */
  borderEnd: number
  shift: number
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
  const reading: Reading = { rows, columns, borderEnd: columns[columns.length - 1]!.to, shift }
  const first = { ...columns[0]! }
  const found: { row: CellRow; start: number }[] = []
  let start = 1
  let inRow = false
  for (let i = 1; i < texts.length; i++) {
    const text = texts[i] as string
    const isBorder = text.charCodeAt(0) === 45 && spans.test(text)
    if (isBorder || text.slice(first.from, first.to).trim() !== '') {
      if (isBorder || (inRow && i !== start)) {
        const row = readRow(reading, start, i, isBorder ? text : undefined)
        if (row && 'problem' in row) return row
        if (row) found.push({ row, start })
      }
      start = isBorder ? i + 1 : i
      inRow = !isBorder
    } else if (!inRow) start = i + 1
  }
  const body = head < 0 ? 0 : found.findIndex(({ start }) => start > head)
  const all = found.map(({ row }) => row)
  // Without a row behind the border everything is body, as docutils has it.
  const headRows = Math.max(body, 0)
  return { columns: reading.columns.map(({ from, to }) => to - from), head: all.slice(0, headRows), body: all.slice(headRows) }
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

/** Reads the row of lines `start` to `end`; `underline` is the border below it where it has column spans of its own. */
function readRow(reading: Reading, start: number, end: number, underline?: string): CellRow | TableProblem | undefined {
  if (end === start && underline === undefined) return undefined
  const { columns } = reading
  let own = columns.map((column) => ({ ...column }))
  if (underline !== undefined) {
    own = columnsOf(underline)
    const last = own[own.length - 1] as Column
    if (last.to !== reading.borderEnd) return { problem: `Column span incomplete in table line ${end + 1}.`, row: end }
    // The last column has no end.
    last.to = columns[columns.length - 1]!.to
  }
  const problem = checkMargins(reading, own, start, end)
  if (problem) return problem
  const cells: Cell[] = []
  let i = 0
  for (const { from, to } of own) {
    const first = i
    if (columns[i]?.from !== from) return misaligned(start)
    while (columns[i] && columns[i]!.to !== to) i++
    if (!columns[i]) return misaligned(start)
    cells.push({ ...cutCell(reading.rows, start, from, end, to, reading.shift), moreRows: 0, moreColumns: i - first })
    i++
  }
  return cells
}

function misaligned(start: number): TableProblem {
  return { problem: `Column span alignment problem in table line ${start + 2}.`, row: start + 1 }
}

/** No text may stand between columns. In the last one it may go on, which makes that column wider. */
function checkMargins(reading: Reading, own: Column[], start: number, end: number): TableProblem | undefined {
  const { columns, rows } = reading
  for (let i = 0; i < own.length; i++) {
    const isLast = i === own.length - 1
    for (let row = start; row < end; row++) {
      const column = own[i] as Column
      const text = (rows[row] as Row).stripped
      if (text.length <= column.to) continue
      if (isLast) {
        if (text.slice(column.to).trim() === '') continue
        const newEnd = Math.max(column.from, text.trimEnd().length)
        const last = columns[columns.length - 1] as Column
        column.to = Math.max(last.to, newEnd)
        if (newEnd > last.to) last.to = newEnd
      } else if (text.slice(column.to, own[i + 1]!.from).trim() !== '') {
        return { problem: `Text in column margin in table line ${row + 1}.`, row }
      }
    }
  }
  return undefined
}
