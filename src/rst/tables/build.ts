/** From the cells of a table, however it was written, to its nodes. */
import type { Parser } from '../context.ts'
import type { ElementNode, RstNode } from '../tree.ts'
import type { CellLines } from './columns.ts'

/** A cell; it covers so many more rows and columns than one. */
export interface Cell extends CellLines {
  moreRows: number
  moreColumns: number
}

/** A row of a table. Where a cell from above or from the left covers a place, there is none. */
export type CellRow = readonly (Cell | undefined)[]

export interface TableData {
  /** Column widths. */
  columns: readonly number[]
  head: readonly CellRow[]
  body: readonly CellRow[]
}

/** What is wrong with a table, in docutils' words; `row` is the 0-based line of the table that it is about. */
export interface TableProblem {
  problem: string
  row: number
}

export interface TableOptions {
  /** So many columns on the left hold titles of their rows. */
  stubColumns?: number
  /** `colwidths-auto` or `colwidths-given`, where a directive says how wide columns are. */
  classes?: readonly string[]
}

/** Makes a `table` of cells; their lines are parsed here. */
export function buildTable(
  parser: Parser,
  data: TableData,
  at: { start: number; end: number },
  options: TableOptions = {},
): ElementNode {
  const { columns, head, body } = data
  const table = parser.element('table', at.start, at.end)
  if (options.classes?.length) table.attributes.classes = options.classes
  const group = parser.element('tgroup', at.start, at.end, { cols: columns.length })
  table.children.push(group)
  columns.forEach((width, i) => {
    const column = parser.element('colspec', at.start, at.start, { colwidth: width })
    if (i < (options.stubColumns ?? 0)) column.attributes.stub = 1
    group.children.push(column)
  })
  if (head.length > 0) group.children.push(rowsOf(parser, 'thead', head, at.start))
  const last = group.children[group.children.length - 1]
  group.children.push(rowsOf(parser, 'tbody', body, last?.type === 'thead' ? last.position.end.offset : at.start))
  return table
}

/** `place` is where an element of no rows stands. */
function rowsOf(parser: Parser, type: 'thead' | 'tbody', rows: readonly CellRow[], place: number): ElementNode {
  const nodes: RstNode[] = []
  let last = place
  for (const cells of rows) {
    const entries = cells.filter((cell) => cell !== undefined).map((cell) => entry(parser, cell))
    const start = entries.reduce(
      (least, node) => Math.min(least, node.position.start.offset),
      entries.length > 0 ? Infinity : last,
    )
    const end = entries.reduce((most, node) => Math.max(most, node.position.end.offset), start)
    nodes.push(parser.element('row', start, end, {}, entries))
    last = end
  }
  return parser.element(type, nodes[0]?.position.start.offset ?? place, last, {}, nodes)
}

function entry(parser: Parser, cell: Cell): ElementNode {
  const node = parser.element('entry', cell.start, cell.end)
  if (cell.moreRows > 0) node.attributes.morerows = cell.moreRows
  if (cell.moreColumns > 0) node.attributes.morecols = cell.moreColumns
  if (cell.lines.length > 0) node.children = parser.parseBlock(cell.lines)
  return node
}
