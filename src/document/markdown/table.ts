/** Converts Markdown tables to grid tables, or to list tables if the text of a cell would break the grid. */
import type { Table } from 'mdast'
import { columnWidth, type ElementNode, isElement, parseRst } from '../../rst/index.ts'
import { largest } from '../../text/index.ts'
import type { Run } from '../plain.ts'
import { indent } from '../text.ts'
import { linesOf, onOneLine, writeLines } from './runs.ts'
import type { Writing } from './writing.ts'

export function writeTable(node: Table, writing: Writing): string {
  const columns = largest(node.children.map((row) => row.children.length))
  const rows = node.children.map((row) =>
    Array.from({ length: columns }, (_, at) => {
      const cell = row.children[at]
      if (!cell) return ''
      const lines = linesOf(cell.children, writing).map((line): Run[] => line.map(onOneLine))
      return writeLines(cell, lines, writing, 'paragraph')
    }),
  )
  const grid = gridTable(rows)
  return !rows.flat().some((cell) => unsureWidth.test(cell)) && readsAs(grid, rows) ? grid : listTable(rows)
}

/** Characters whose width differs between versions of Python: a grid would not line up in all of them. */
const unsureWidth = /[\u{10000}-\u{10ffff}\p{M}\p{C}]/u

function gridTable(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(1, largest(rows.map((row) => columnWidth(row[at] ?? '')))))
  const rule = (character: string) => `+${widths.map((width) => character.repeat(width + 2)).join('+')}+`
  const line = (row: readonly string[]) =>
    `|${widths.map((width, at) => ` ${row[at] ?? ''}${' '.repeat(width - columnWidth(row[at] ?? ''))} `).join('|')}|`
  const [head = [], ...body] = rows
  // RST has no table with only a header, so the header becomes the only row.
  return [rule('-'), line(head), rule(body.length > 0 ? '=' : '-'), ...body.flatMap((row) => [line(row), rule('-')])].join('\n')
}

function listTable(rows: readonly string[][]): string {
  const items = rows.map((row) => row.map((cell, at) => `${at === 0 ? '*' : ' '} - ${cell}`.trimEnd()).join('\n'))
  return `.. list-table::${rows.length > 1 ? '\n   :header-rows: 1' : ''}\n\n${indent(items.join('\n'), 3)}`
}

/** Whether a table has exactly these cells. */
function readsAs(table: string, rows: readonly string[][]): boolean {
  const { children } = parseRst(table)
  const [only] = children
  if (children.length !== 1 || !only || !isElement(only) || only.type !== 'table') return false
  const cells = entriesIn(only).map((entry) => JSON.stringify(entry.children.map(shape)))
  const wanted = rows.flat().map((cell) => JSON.stringify(parseRst(cell).children.map(shape)))
  return cells.length === wanted.length && cells.every((cell, at) => cell === wanted[at])
}

function entriesIn(node: ElementNode): ElementNode[] {
  return node.children.filter(isElement).flatMap((child) => (child.type === 'entry' ? [child] : entriesIn(child)))
}

/** A node by its type and words. */
function shape(node: ElementNode['children'][number]): unknown {
  return isElement(node) ? [node.type, node.attributes.refuri, node.children.map(shape)] : node.value
}
