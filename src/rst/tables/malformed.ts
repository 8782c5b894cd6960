/** What the two table constructs share: the table that they found, or the message that it is none. */
import type { Cursor } from '../blocks/construct.ts'
import { standAtLast } from '../blocks/root-line.ts'
import { type Block, extent, joinLines } from '../lines.ts'
import { preserved } from '../preserved.ts'
import { appendAll, type RstNode } from '../tree.ts'
import { buildTable, type TableData, type TableProblem } from './build.ts'

/** Where a construct found its table, and where docutils stands afterwards. */
export interface Isolated {
  lines: Block
  /** Index, in the block, of the line that docutils stands on when it has found the table. Parsing goes on behind it. */
  last: number
  blankFinish: boolean
  /** What to say besides. */
  messages: RstNode[]
}

/** docutils' number (1-based) of the first line of a table, counted back from where it stands. */
export function firstLine(cursor: Cursor, { lines, last }: Isolated): number {
  return cursor.block[last]!.number + 1 - lines.length + 1
}

/** Appends what was found and moves on. */
export function appendTable(cursor: Cursor, isolated: Isolated, data: TableData | TableProblem): void {
  const { parser } = cursor
  const at = extent(isolated.lines)
  standAtLast(cursor, isolated.last + 1)
  if ('problem' in data) appendMalformed(cursor, isolated, data)
  else cursor.nodes.push(buildTable(parser, data, at))
  appendAll(cursor.nodes, isolated.messages)
  finish(cursor, isolated)
}

/** Appends the message about a table that could not even be cut out, and moves on. `row` counts from the line where docutils finds
 * its first one. */
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
