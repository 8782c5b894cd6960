/** Makes the nodes of a table from its cells, for tables of every notation. */
import type { Parser } from '../context.ts'
import { endOf } from '../lines.ts'
import type { ElementNode, RstNode } from '../tree.ts'
import type { Cell } from './columns.ts'

/** A table after reading. */
export interface TableData {
  /** Column widths. */
  columns: readonly number[]
  headRows: number
  /** The number of rows, including those of the head. */
  rowCount: number
  /** The cells that start in a row (0-based). Large tables have many cells, so they are cut out of the source only when this is
   * called.
   */
  row(index: number): readonly Cell[]
}

/** An error in a table, in docutils' words; `row` is the 0-based line of the table that it is about. */
export interface TableProblem {
  problem: string
  row: number
}

export interface TableOptions {
  /** The number of columns on the left that contain the titles of rows. */
  stubColumns?: number
  /** `colwidths-auto` or `colwidths-given`, if a directive sets the column widths. */
  classes?: readonly string[]
}

/** Makes a `table` node, and parses the lines of its cells. */
export function buildTable(
  parser: Parser,
  data: TableData,
  at: { start: number; end: number },
  options: TableOptions = {},
): ElementNode {
  const { columns, headRows, rowCount } = data
  const table = parser.element('table', at.start, at.end)
  if (options.classes?.length) table.attributes.classes = options.classes
  const group = parser.element('tgroup', at.start, at.end, { cols: columns.length })
  table.children.push(group)
  columns.forEach((width, i) => {
    const column = parser.element('colspec', at.start, at.start, { colwidth: width })
    if (i < (options.stubColumns ?? 0)) column.attributes.stub = 1
    group.children.push(column)
  })
  let place = at.start
  if (headRows > 0) {
    const head = rowsOf(parser, 'thead', data, 0, headRows, place)
    group.children.push(head)
    place = head.position.end.offset
  }
  group.children.push(rowsOf(parser, 'tbody', data, headRows, rowCount, place))
  return table
}

/** Rows `from` to `to` (exclusive). `place` is the offset of an element without rows. */
function rowsOf(parser: Parser, type: 'thead' | 'tbody', data: TableData, from: number, to: number, place: number): ElementNode {
  const nodes: RstNode[] = []
  let last = place
  for (let i = from; i < to; i++) {
    const node = rowOf(parser, data.row(i), last)
    nodes.push(node)
    // A cell of the row above may extend further down.
    last = Math.max(last, node.position.end.offset)
  }
  return parser.element(type, nodes[0]?.position.start.offset ?? place, last, {}, nodes)
}

function rowOf(parser: Parser, cells: readonly Cell[], place: number): ElementNode {
  const entries: RstNode[] = []
  let start = cells[0]?.start ?? place
  let end = start
  for (const cell of cells) {
    const node = parser.element('entry', cell.start, cell.end, {}, cell.children)
    if (cell.moreRows > 0) node.attributes.morerows = cell.moreRows
    if (cell.moreColumns > 0) node.attributes.morecols = cell.moreColumns
    if (cell.lines.length > 0) node.children = parser.parseBlock(cell.lines)
    // Its lines also contain other cells, so start and end do not tell which part of each line belongs to this one.
    if (cell.lines.length > 1) node.data = { lines: cell.lines.map((line) => [line.start, endOf(line)]) }
    if (cell.linesAbove) node.data = { ...node.data, linesAbove: cell.linesAbove }
    entries.push(node)
    if (cell.start < start) start = cell.start
    if (cell.end > end) end = cell.end
  }
  return parser.element('row', start, end, {}, entries)
}
