/** The `list-table` directive: a table written as a bullet list of bullet lists. */
import { buildTable, type Cell } from '../tables/index.ts'
import type { ElementNode, RstNode } from '../tree.ts'
import { type Directive, fail } from './directive.ts'
import { looseNodes } from './parts.ts'
import { checkDimensions, columnWidths, countOf, dataTableOptions, finishTable, tableTitle, widthsClass } from './table.ts'

/** Items of the inner lists, row by row. */
type ItemRow = readonly ElementNode[]

export const listTable: Directive = {
  names: ['list-table'],
  optionalArguments: 1,
  finalArgumentWhitespace: true,
  options: dataTableOptions,
  content: true,
  run(invocation) {
    const { parser, name, content, start, end } = invocation
    if (content.length === 0) return fail(invocation, 3, `The "${name}" directive is empty; content required.`)
    const { title, messages } = tableTitle(invocation)
    const rows = rowsOf(looseNodes(invocation))
    if (typeof rows === 'string') {
      return fail(invocation, 3, `Error parsing content block for the "${name}" directive: ${rows}`)
    }
    const headerRows = countOf(invocation, 'header-rows')
    const stubColumns = countOf(invocation, 'stub-columns')
    const columns = columnWidths(invocation, rows[0]?.length ?? 0)
    const problem = 'problem' in columns ? columns.problem : checkDimensions(invocation, rows, headerRows, stubColumns)
    if (problem !== undefined) return fail(invocation, 3, problem)
    const table = buildTable(
      parser,
      {
        columns: (columns as { widths: number[] }).widths,
        headRows: headerRows,
        rowCount: rows.length,
        row: (index) => cellsOf(rows[index]!),
      },
      { start: content[0]!.start, end },
      { stubColumns, classes: widthsClass(invocation) },
    )
    table.position = parser.position(start, end)
    table.data = { ofList: true }
    finishTable(invocation, table, title)
    return [table, ...messages]
  },
}

/** The rows of a uniform two-level bullet list, or what is wrong with it. */
function rowsOf(nodes: RstNode[]): ItemRow[] | string {
  const list = nodes[0] as ElementNode | undefined
  if (list?.type !== 'bullet_list' || nodes.length > 1) return 'exactly one bullet list expected.'
  const rows: ItemRow[] = []
  for (const item of list.children as ElementNode[]) {
    const inner = item.children[0] as ElementNode | undefined
    const number = rows.length + 1
    if (inner?.type !== 'bullet_list' || item.children.length > 1) {
      return `two-level bullet list expected, but row ${number} does not contain a second-level bullet list.`
    }
    const row = inner.children as ElementNode[]
    const expected = rows[0]?.length
    if (expected !== undefined && row.length !== expected) {
      return (
        `uniform two-level bullet list expected, but row ${number} does not contain the same number of items as row 1 ` +
        `(${row.length} vs ${expected}).`
      )
    }
    rows.push(row)
  }
  return rows
}

function cellsOf(row: ItemRow): Cell[] {
  return row.map(({ position, children }) => {
    const { start, end } = position
    return { lines: [], children, start: start.offset, end: end.offset, moreRows: 0, moreColumns: 0 }
  })
}
