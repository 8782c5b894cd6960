/** The `list-table` directive: a table written as a bullet list of bullet lists. */
import type { Parser } from '../context.ts'
import type { ElementNode, RstNode } from '../tree.ts'
import { type Directive, fail, type Invocation } from './directive.ts'
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
    const { parser, name, content } = invocation
    if (content.length === 0) return fail(invocation, 3, `The "${name}" directive is empty; content required.`)
    const { title, messages } = tableTitle(invocation)
    const rows = rowsOf(parser.parseBlock(content))
    if (typeof rows === 'string') {
      return fail(invocation, 3, `Error parsing content block for the "${name}" directive: ${rows}`)
    }
    const headerRows = countOf(invocation, 'header-rows')
    const stubColumns = countOf(invocation, 'stub-columns')
    const columns = columnWidths(invocation, rows[0]?.length ?? 0)
    const problem = 'problem' in columns ? columns.problem : checkDimensions(invocation, rows, headerRows, stubColumns)
    if (problem !== undefined) return fail(invocation, 3, problem)
    const { widths } = columns as { widths: number[] }
    const table = tableOf(invocation, rows, widths, headerRows, stubColumns)
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

function tableOf(
  invocation: Invocation,
  rows: readonly ItemRow[],
  widths: readonly number[],
  headerRows: number,
  stubColumns: number,
): ElementNode {
  const { parser, content, start, end } = invocation
  const classes = widthsClass(invocation)
  const table = parser.element('table', start, end, classes.length > 0 ? { classes } : {})
  const place = content[0]!.start
  const group = parser.element('tgroup', place, end, { cols: widths.length })
  table.children.push(group)
  widths.forEach((width, i) => {
    const column = parser.element('colspec', place, place, { colwidth: width })
    if (i < stubColumns) column.attributes.stub = 1
    group.children.push(column)
  })
  if (headerRows > 0)
    group.children.push(
      spanning(
        parser,
        'thead',
        rows.slice(0, headerRows).map((row) => rowNode(parser, row)),
      ),
    )
  group.children.push(
    spanning(
      parser,
      'tbody',
      rows.slice(headerRows).map((row) => rowNode(parser, row)),
      end,
    ),
  )
  return table
}

function rowNode(parser: Parser, items: ItemRow): ElementNode {
  const entries = items.map((item) => {
    const { start, end } = item.position
    return parser.element('entry', start.offset, end.offset, {}, item.children)
  })
  return spanning(parser, 'row', entries)
}

/** An element from the start of its first child to the end of its last. */
function spanning(parser: Parser, type: string, children: ElementNode[], place = 0): ElementNode {
  const start = children[0]?.position.start.offset ?? place
  const end = children[children.length - 1]?.position.end.offset ?? place
  return parser.element(type, start, end, {}, children)
}
