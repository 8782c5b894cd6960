/** Enumerated lists. */
import type { Block } from '../lines.ts'
import { extent, originLine } from '../lines.ts'
import { isWhitespace } from '../whitespace.ts'
import type { Construct } from './construct.ts'
import { type Enumerator, nextEnumerators, nextOrdinal, readEnumerator } from './enumerator.ts'
import { extendTo, listItem, nextText } from './list-item.ts'
import { endsWithoutBlankLine } from './unindent.ts'

/** Whether an enumerator begins an item. The line below must be blank, indented, or begin with the next enumerator. Otherwise the
 * enumerator is text:
 *
 *     | V. Rubin measured
 *     | how galaxies rotate.
 */
function isItem(block: Block, index: number, enumerator: Enumerator): boolean {
  if (enumerator.ordinal === undefined) return false
  const next = block[index + 1]?.text
  if (next === undefined || next === '' || isWhitespace(next.charCodeAt(0))) return true
  return nextEnumerators(enumerator).some((expected) => next.startsWith(expected))
}

export const enumeratedList: Construct = {
  name: 'enumerated_list',
  first: '#(0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
  starts: (cursor) => readEnumerator(cursor.block[cursor.index]!.text) !== undefined,
  parse(cursor) {
    const { parser, block } = cursor
    const line = block[cursor.index]!
    const first = readEnumerator(line.text) as Enumerator
    if (!isItem(block, cursor.index, first)) return false
    const { prefix, suffix, text } = first
    const enumtype = first.sequence === '#' ? 'arabic' : first.sequence
    const list = parser.element('enumerated_list', line.start, line.start, { enumtype, prefix, suffix })
    cursor.nodes.push(list)
    if (first.ordinal !== 1) {
      const start = first.ordinal as number | bigint
      list.attributes.start = typeof start === 'number' ? start : String(start)
      const message = `Enumerated list start value not ordinal-1: "${text}" (ordinal ${start})`
      const at = parser.docutils.enumeratedListLine ? originLine(line) : parser.rootLine
      cursor.nodes.push(parser.message(1, message, at, extent([line])))
    }
    let enumerator = first
    let auto = first.sequence === '#'
    let blankFinish = true
    for (;;) {
      const parsed = listItem(cursor, enumerator.width, { enumerator: enumerator.text, ordinal: Number(enumerator.ordinal) })
      blankFinish = parsed.blankFinish
      list.children.push(parsed.item)
      extendTo(list, parsed.item)
      const following = nextText(cursor)
      const next = following && readEnumerator(following.text, enumtype)
      if (!next || next.prefix !== prefix || next.suffix !== suffix) break
      const continues =
        next.sequence === '#' ||
        (next.sequence === enumtype && !auto && next.ordinal === nextOrdinal(enumerator.ordinal as number))
      if (!continues || !isItem(block, cursor.index, next)) break
      if (next.sequence === '#') auto = true
      enumerator = next
    }
    if (!blankFinish) endsWithoutBlankLine(cursor, 'Enumerated list')
    return true
  },
}
