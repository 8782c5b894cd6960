/** Finds directives and where they end; `directives/` does the rest. */
import { parseDirective } from '../directives/index.ts'
import { simpleNameEnd } from '../inline/simple-name.ts'
import type { Cursor } from './construct.ts'
import type { Explicit } from './explicit-markup.ts'
import { indentedBody } from './indented.ts'
import { advanceRootLine } from './root-line.ts'

/** At what may be a directive's name:
 *
 *     | .. image:: mars.png
 *          ^
 */
export function directive(cursor: Cursor, column: number): Explicit | undefined {
  const { parser, block, index } = cursor
  const { text } = block[index]!
  const nameEnd = simpleNameEnd(text, column)
  if (nameEnd === column) return undefined
  const colons = text[nameEnd] === ' ' ? nameEnd + 1 : nameEnd
  const after = afterColons(text, colons)
  if (after < 0) return undefined
  const body = indentedBody(block, index, { firstIndent: after })
  const call = {
    name: text.slice(column, nameEnd),
    lines: block.slice(index, body.next),
    column: after,
    titles: cursor.sections !== undefined,
    within: cursor.within,
  }
  advanceRootLine(cursor, body.next)
  cursor.index = body.next
  return { nodes: parseDirective(call, parser), blankFinish: body.blankFinish }
}

/** The column after `::` and its white space; -1 if other text follows. */
export function afterColons(text: string, column: number): number {
  if (!text.startsWith('::', column)) return -1
  let after = column + 2
  while (text.charCodeAt(after) === 32) after++
  return after > column + 2 || after === text.length ? after : -1
}
