/** Simple tables: borders of `=` at the top and bottom, columns by position. */
import type { Construct, Cursor } from '../blocks/construct.ts'
import { trim } from '../whitespace.ts'
import { tableRow } from './columns.ts'
import { appendTable, appendUnreadable } from './malformed.ts'
import { readSimple } from './simple.ts'

const top = /^=+ +=[ =]*$/
const border = /^=[ =]*$/

/** At its top border:
 *
 *     > =========  ====
 *       ^
 *     | Telescope  Year
 *     | =========  ====
 */
export const simpleTable: Construct = {
  name: 'simple_table',
  first: '=',
  starts: (cursor) => top.test(cursor.block[cursor.index]!.text),
  parse(cursor) {
    const { block, index: first, parser } = cursor
    const { docutils } = parser
    const width = trim(block[first]!.text).length
    let found: number | undefined
    for (let i = first + 1; i < block.length; i++) {
      const { text } = block[i]!
      if (!border.test(text)) continue
      const blankFinish = isBlankAfter(cursor, i)
      const isolated = { lines: block.slice(first, i + 1), last: i, blankFinish, messages: [] }
      if (trim(text).length !== width) {
        if (docutils.tableProblemLine)
          appendUnreadable(cursor, isolated, 'Bottom border or header rule does not match top border.', i - first)
        else appendUnreadable(cursor, isolated, 'Bottom/header table border does not match top border.')
        return true
      }
      // The bottom border is the second one after the top border, or the first one that a blank line follows.
      if (found !== undefined || blankFinish) {
        appendTable(cursor, isolated, readSimple(isolated.lines.map(tableRow), docutils.cellLines ? 0 : 1))
        return true
      }
      found = i
    }
    const last = found ?? block.length - 1
    const extra = found === undefined ? '' : ' or no blank line after table bottom'
    const isolated = { lines: block.slice(first, last + 1), last, blankFinish: found === undefined, messages: [] }
    appendUnreadable(cursor, isolated, `No bottom table border found${extra}.`)
    return true
  },
}

function isBlankAfter({ block }: Cursor, index: number): boolean {
  return index === block.length - 1 || block[index + 1]!.text === ''
}
