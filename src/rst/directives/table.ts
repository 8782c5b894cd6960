/** The `table` directive, and what `csv-table` and `list-table` share with it. */
import { addTo } from '../names.ts'
import type { ElementNode, RstNode } from '../tree.ts'
import { type Directive, fail, type Invocation } from './directive.ts'
import { choice, commonOptions, lengthOrPercentageOrUnitless, nonnegativeInteger, positiveIntegers, valueOr } from './options.ts'
import { addClasses, addName, inlineElement, looseNodes } from './parts.ts'

const tableOptions = {
  ...commonOptions,
  align: choice('left', 'center', 'right'),
  width: lengthOrPercentageOrUnitless,
}

/** The options of tables that are made from data. */
export const dataTableOptions = {
  ...tableOptions,
  'header-rows': nonnegativeInteger,
  'stub-columns': nonnegativeInteger,
  widths: valueOr(['auto'], positiveIntegers),
}

/** The title of a table, if it has one. */
export function tableTitle(invocation: Invocation): { title?: ElementNode; messages: RstNode[] } {
  if (invocation.arguments.length === 0) return { messages: [] }
  const { node, messages } = inlineElement(invocation, 'title', invocation.argumentLines)
  return { title: node, messages }
}

/** The class that tells whether the author has set the column widths. */
export function widthsClass({ options }: Invocation): string[] {
  const widths = options.get('widths')
  if (widths === undefined) return []
  return [widths === 'auto' ? 'colwidths-auto' : 'colwidths-given']
}

/** The widths of the columns: from the `widths` option, or equal. */
export function columnWidths(invocation: Invocation, columns: number): { widths: number[] } | { problem: string } {
  const given = invocation.options.get('widths')
  if (!Array.isArray(given)) return { widths: new Array<number>(columns).fill(columns > 0 ? Math.floor(100 / columns) : 0) }
  if (given.length !== columns) {
    return { problem: `"${invocation.name}" widths do not match the number of columns in table (${columns}).` }
  }
  return { widths: given.map(Number) }
}

/** The error in the number of header rows or stub columns, if there is one. */
export function checkDimensions(
  { name }: Invocation,
  rows: readonly (readonly unknown[])[],
  headerRows: number,
  stubColumns: number,
): string | undefined {
  const count = rows.length
  if (count < headerRows) {
    return `${headerRows} header row(s) specified but only ${count} row(s) of data supplied ("${name}" directive).`
  }
  const missing = `no data remaining for table body, required by "${name}" directive.`
  if (count === headerRows && headerRows > 0) return `Insufficient data supplied (${count} row(s)); ${missing}`
  for (const { length } of rows) {
    if (length < stubColumns) {
      return `${stubColumns} stub column(s) specified but only ${length} columns(s) of data supplied ("${name}" directive).`
    }
    if (length === stubColumns && stubColumns > 0) return `Insufficient data supplied (${length} columns(s)); ${missing}`
  }
  return undefined
}

/** The value of a count option; 0 if it is not given. */
export function countOf({ options }: Invocation, name: string): number {
  const count = options.get(name)
  return typeof count === 'number' ? count : 0
}

/** Sets what all table directives have in common. */
export function finishTable(invocation: Invocation, table: ElementNode, title: ElementNode | undefined, line?: number): void {
  const { options } = invocation
  addClasses(invocation, table)
  for (const name of ['width', 'align']) {
    const value = options.get(name)
    if (typeof value === 'string') table.attributes[name] = value
  }
  addName(invocation, table, line)
  if (title) table.children.unshift(title)
}

export const table: Directive = {
  names: ['table'],
  optionalArguments: 1,
  finalArgumentWhitespace: true,
  options: { ...tableOptions, widths: valueOr(['auto', 'grid'], positiveIntegers) },
  content: true,
  run(invocation) {
    const { parser, name, content, start, end, options } = invocation
    if (content.length === 0) {
      return fail(invocation, 2, `Content block expected for the "${name}" directive; none found.`)
    }
    const { title, messages } = tableTitle(invocation)
    const [node, ...rest] = looseNodes(invocation) as ElementNode[]
    if (node?.type !== 'table' || rest.length > 0) {
      return fail(invocation, 3, `Error parsing content block for the "${name}" directive: exactly one table expected.`)
    }
    const group = node.children[0] as ElementNode
    const columns = (group.children as ElementNode[]).filter(({ type }) => type === 'colspec')
    const widths = columnWidths(invocation, columns.length)
    if ('problem' in widths) return fail(invocation, 3, widths.problem)
    if (Array.isArray(options.get('widths'))) {
      for (const [i, column] of columns.entries()) column.attributes.colwidth = widths.widths[i]!
    }
    node.position = parser.position(start, end)
    finishTable(invocation, node, title)
    for (const given of widthsClass(invocation)) addTo(node, 'classes', given)
    return [node, ...messages]
  },
}
