/** Appends the result of the two table constructs: a table, or the message that it is malformed. */
import { appendAll } from '../../text/index.ts'
import type { Cursor } from '../blocks/construct.ts'
import { advanceRootLine } from '../blocks/root-line.ts'
import { type Block, extent, joinLines } from '../lines.ts'
import { preserved } from '../preserved.ts'
import type { RstNode } from '../tree.ts'
import { buildTable, type TableData, type TableProblem } from './build.ts'

/** The lines of a table, and the line of docutils after it has found them. */
export interface Isolated {
  lines: Block
  /** The index in the block of the line where docutils is after it has found the table. Parsing continues after this line. */
  last: number
  blankFinish: boolean
  /** Other messages. */
  messages: RstNode[]
}

/** docutils' number (1-based) of the first line of a table, counted back from `last`. */
export function firstLine(cursor: Cursor, { lines, last }: Isolated): number {
  return cursor.block[last]!.number + 1 - lines.length + 1
}

/** Appends the table, or the message about it, and moves the cursor after it. */
export function appendTable(cursor: Cursor, isolated: Isolated, data: TableData | TableProblem): void {
  const { parser } = cursor
  const at = extent(isolated.lines)
  advanceRootLine(cursor, isolated.last + 1)
  if ('problem' in data) appendMalformed(cursor, isolated, data)
  else cursor.nodes.push(buildTable(parser, data, at))
  appendAll(cursor.nodes, isolated.messages)
  finish(cursor, isolated)
}

/** Appends the message about a table whose lines could not be found, and moves the cursor after it. `row` is 0-based, counted
 * from the first line of the table.
 */
export function appendUnreadable(cursor: Cursor, isolated: Isolated, problem = '', row = 0): void {
  appendAll(cursor.nodes, isolated.messages)
  appendMalformed(cursor, isolated, { problem, row })
  finish(cursor, isolated)
}

function appendMalformed(cursor: Cursor, isolated: Isolated, { problem, row }: TableProblem): void {
  const { parser } = cursor
  const { lines } = isolated
  const at = extent(lines)
  const text = problem === '' ? 'Malformed table.' : `Malformed table.\n${problem}`
  const literal = preserved(parser, 'literal_block', joinLines(lines), at)
  cursor.nodes.push(parser.message(3, text, firstLine(cursor, isolated) + row, at, [literal]))
}

function finish(cursor: Cursor, { last, blankFinish }: Isolated): void {
  cursor.index = last + 1
  if (blankFinish) return
  const { parser, block } = cursor
  const at = extent([block[cursor.index] ?? block[last]!])
  cursor.nodes.push(parser.message(2, 'Blank line required after table.', block[last]!.number + 2, at))
}
