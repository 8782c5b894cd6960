/** Reads a grid table: finds its cells, which may span rows and columns. */
import type { TableData, TableProblem } from './build.ts'
import { cutCell, type Row } from './columns.ts'

/** The characters of borders; 0 stands for text. */
const corner = 1
const horizontal = 2
const vertical = 3

const separator = /^\+=[=+]+=\+ *$/

/** The borders of a table. `marks` has one number for each place, row by row. */
interface Grid {
  height: number
  width: number
  marks: Uint8Array
  /** For every place, the leftmost column that a border reaches from there without a gap. */
  left: Int32Array
  /** For every place, the topmost row that a border reaches from there without a gap. */
  top: Int32Array
}

/** The borders around a cell: 0-based rows and columns. */
export interface Rectangle {
  top: number
  left: number
  bottom: number
  right: number
}

/** Reads the rows of a grid table, all of the same width. The search starts at the top left corner of a cell: the first corner to
 * its right from which borders lead down, left and up again closes the cell. The other corners of the cell may start more cells.
 * For `shift` see `cutCell`.
 */
export function readGrid(rows: readonly Row[], shift: number): TableData | TableProblem {
  const found = findCells(rows)
  return 'problem' in found ? found : structure(rows, found, shift)
}

/** The cells of a grid table, from top to bottom and from left to right, and the rows and columns that contain borders. */
export interface Cells {
  cells: Rectangle[]
  rowBorders: ReadonlySet<number>
  columnBorders: ReadonlySet<number>
  /** The row of the border below the head. */
  head: number | undefined
}

export function findCells(rows: readonly Row[]): Cells | TableProblem {
  const texts = rows.map((row) => row.padded)
  const head = replaceSeparator(texts)
  if (typeof head === 'object') return head
  const grid = marksOf(texts)
  const cells: Rectangle[] = []
  const rowBorders = new Set([0])
  const columnBorders = new Set([0])
  const lastRow = grid.height - 1
  const lastColumn = grid.width - 1
  // For every column, the last row that belongs to a cell.
  const done = new Int32Array(grid.width).fill(-1)
  const corners = new Uint8Array(grid.height * grid.width)
  corners[0] = 1
  // Limits the time for hostile tables; in others, each cell is looked at only a few times.
  const budget = { steps: 64 * corners.length + 10_000 }
  for (let top = 0; top < lastRow; top++) {
    for (let left = 0; left < lastColumn; left++) {
      if (corners[top * grid.width + left] === 0 || top <= done[left]!) continue
      const cell = findCell(grid, top, left, budget)
      if (!cell) continue
      noteBorders(grid, cell, rowBorders, columnBorders)
      for (let column = left; column < cell.right; column++) {
        if (done[column] !== top - 1) return incomplete
        done[column] = cell.bottom - 1
      }
      cells.push(cell)
      corners[top * grid.width + cell.right] = 1
      corners[cell.bottom * grid.width + left] = 1
    }
  }
  for (let column = 0; column < lastColumn; column++) if (done[column] !== lastRow - 1) return incomplete
  return { cells, rowBorders, columnBorders, head }
}

const incomplete: TableProblem = { problem: 'Malformed table; parse incomplete.', row: 0 }

/** Replaces the border below the head by an ordinary border. Returns its row (`undefined` if there is none), or an error. */
function replaceSeparator(texts: string[]): number | undefined | TableProblem {
  let found: number | undefined
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i] as string
    if (text.charCodeAt(1) !== 61 || !separator.test(text)) continue
    if (found !== undefined) {
      return {
        problem: `Multiple head/body row separators (table lines ${found + 1} and ${i + 1}); only one allowed.`,
        row: i,
      }
    }
    found = i
    texts[i] = text.replaceAll('=', '-')
  }
  if (found !== undefined && (found === 0 || found === texts.length - 1)) {
    return { problem: 'The head/body row separator may not be the first or last line of the table.', row: found }
  }
  return found
}

function marksOf(texts: readonly string[]): Grid {
  const height = texts.length
  const width = texts[0]?.length ?? 0
  const marks = new Uint8Array(height * width)
  const left = new Int32Array(height * width)
  const top = new Int32Array(height * width)
  for (let row = 0; row < height; row++) {
    const text = texts[row] as string
    for (let column = 0; column < width; column++) {
      const code = text.charCodeAt(column)
      const mark = code === 43 ? corner : code === 45 ? horizontal : code === 124 ? vertical : 0
      const place = row * width + column
      marks[place] = mark
      const inRow = mark === corner || mark === horizontal
      left[place] = !inRow ? column + 1 : column > 0 ? Math.min(left[place - 1]!, column) : 0
      const inColumn = mark === corner || mark === vertical
      top[place] = !inColumn ? row + 1 : row > 0 ? Math.min(top[place - width]!, row) : 0
    }
  }
  return { height, width, marks, left, top }
}

/** The smallest cell with its top left corner here: the nearest right border first, then the nearest bottom border. */
function findCell(grid: Grid, top: number, left: number, budget: { steps: number }): Rectangle | undefined {
  const { marks, width, height } = grid
  if (marks[top * width + left] !== corner || !hasBottom(grid, top, left)) return undefined
  for (let right = left + 1; right < width; right++) {
    const mark = marks[top * width + right]
    if (mark !== corner) {
      if (mark === horizontal) continue
      return undefined
    }
    for (let bottom = top + 1; bottom < height; bottom++) {
      if (budget.steps-- < 0) return undefined
      const place = bottom * width + right
      if (marks[place] === corner) {
        if (closes(grid, top, left, bottom, right)) return { top, left, bottom, right }
      } else if (marks[place] !== vertical) break
    }
  }
  return undefined
}

/** Whether a corner below this one could be the bottom left corner of its cell. */
function hasBottom({ marks, width, height }: Grid, top: number, left: number): boolean {
  for (let row = top + 1; row < height; row++) {
    const place = row * width + left
    if (marks[place] === corner) {
      const next = marks[place + 1]
      if (next === horizontal || next === corner) return true
    } else if (marks[place] !== vertical) return false
  }
  return false
}

/** Whether borders lead from the bottom right corner to the left, and from there up to the top left corner. */
function closes(
  { marks, left: reachLeft, top: reachTop, width }: Grid,
  top: number,
  left: number,
  bottom: number,
  right: number,
): boolean {
  if (marks[bottom * width + left] !== corner) return false
  return reachLeft[bottom * width + right]! <= left && reachTop[bottom * width + left]! <= top
}

/** Every corner on the borders of a cell starts a row or a column. */
function noteBorders({ marks, width }: Grid, cell: Rectangle, rows: Set<number>, columns: Set<number>): void {
  const { top, left, bottom, right } = cell
  for (let column = left + 1; column <= right; column++) {
    if (marks[top * width + column] === corner || marks[bottom * width + column] === corner) columns.add(column)
  }
  for (let row = top + 1; row <= bottom; row++) {
    if (marks[row * width + right] === corner || marks[row * width + left] === corner) rows.add(row)
  }
}

function structure(rows: readonly Row[], { cells, rowBorders, columnBorders, head }: Cells, shift: number): TableData {
  const rowStarts = [...rowBorders].sort((a, b) => a - b)
  const columnStarts = [...columnBorders].sort((a, b) => a - b)
  const rowAt = new Map(rowStarts.map((start, i) => [start, i]))
  const columnAt = new Map(columnStarts.map((start, i) => [start, i]))
  const found: Rectangle[][] = rowStarts.slice(1).map(() => [])
  // `cells` are sorted from top to bottom and from left to right, so the cells of each row are in order.
  for (const cell of cells) found[rowAt.get(cell.top) as number]!.push(cell)
  return {
    columns: columnStarts.slice(1).map((start, i) => start - columnStarts[i]! - 1),
    headRows: head === undefined ? 0 : (rowAt.get(head) ?? 0),
    rowCount: found.length,
    row: (index) =>
      (found[index] as Rectangle[]).map(({ top, left, bottom, right }) => {
        const cell = cutCell(rows, top + 1, left + 1, bottom, right, shift)
        cell.moreRows = (rowAt.get(bottom) as number) - index - 1
        cell.moreColumns = (columnAt.get(right) as number) - (columnAt.get(left) as number) - 1
        return cell
      }),
  }
}
