/** Grid tables, as drawn by Emacs' table mode. */
import type { Construct, Cursor } from '../blocks/construct.ts'
import { dedent, extent, type Line, originLine } from '../lines.ts'
import type { RstNode } from '../tree.ts'
import { leadingWhitespace } from '../whitespace.ts'
import { type Row, tableRow } from './columns.ts'
import { readGrid } from './grid.ts'
import { appendTable, appendUnreadable, firstLine } from './malformed.ts'

const top = /^\+-[-+]+-\+ *$/

/** At its top border:
 *
 *     > +-----------+------+
 *       ^
 *     | | Telescope | Year |
 *     | +-----------+------+
 */
export const gridTable: Construct = {
  name: 'grid_table',
  first: '+',
  starts: (cursor) => top.test(cursor.block[cursor.index]!.text),
  parse(cursor) {
    const { docutils } = cursor.parser
    const givesReason = docutils.tableProblemLine
    const first = cursor.index
    const { lines, messages, blankFinish: finishes } = textBlock(cursor)
    let blankFinish = finishes
    let last = first + lines.length - 1

    const end = lines.findIndex(({ text }) => text[0] !== '+' && text[0] !== '|')
    if (end >= 0) {
      blankFinish = false
      last = first + end - 1
      lines.length = end
    }
    if (!top.test(lines[lines.length - 1]!.text)) {
      let bottom = lines.length - 2
      while (bottom > 1 && !top.test(lines[bottom]!.text)) bottom--
      if (bottom < 2) {
        // docutils reports the last line that it looked at.
        const row = lines.length > 3 ? 2 : lines.length - (end < 0 ? 1 : 0)
        if (givesReason) appendUnreadable(cursor, { lines, last, blankFinish, messages }, bottomMissing, row)
        else appendUnreadable(cursor, { lines, last, blankFinish: false, messages })
        return true
      }
      blankFinish = false
      // docutils steps back two lines too far, and reads them again as text.
      last -= lines.length - bottom + 1
      lines.length = bottom + 1
    }
    const isolated = { lines, last, blankFinish, messages }
    const rows = lines.map((line) => withoutCombining(tableRow(line), docutils.combiningCharacters))
    const width = rows[0]!.padded.length
    const ragged = rows.findIndex(({ padded }) => padded.length !== width || !/[+|]$/.test(padded))
    if (ragged >= 0) {
      if (givesReason) appendUnreadable(cursor, isolated, 'Right border not aligned or missing.', ragged)
      else appendUnreadable(cursor, isolated)
      return true
    }
    const shift = firstLine(cursor, isolated) - lines[0]!.number - (docutils.cellLines ? 1 : 0)
    appendTable(cursor, isolated, readGrid(rows, shift))
    return true
  },
}

const bottomMissing = 'Bottom border missing or corrupt.'

/** Newer versions ignore combining characters, which take no column, when they compare a row with the borders. */
function withoutCombining(row: Row, ignored: boolean): Row {
  return ignored && row.stripped !== row.padded ? { ...row, padded: row.stripped } : row
}

/** The lines up to a blank line. An indented line ends them with an error. */
function textBlock(cursor: Cursor): { lines: Line[]; messages: RstNode[]; blankFinish: boolean } {
  const { parser, block } = cursor
  const lines: Line[] = []
  for (let i = cursor.index; i < block.length; i++) {
    const line = block[i]!
    if (line.text === '') break
    if (line.text.charCodeAt(0) === 32) {
      const message = parser.message(3, 'Unexpected indentation.', originLine(line), extent([line]))
      return { lines, messages: [message], blankFinish: false }
    }
    lines.push(dedent(line, leadingWhitespace(line.text)))
  }
  return { lines, messages: [], blankFinish: true }
}
