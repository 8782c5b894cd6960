/** The block constructs, and the loop that asks them. */
import { gridTable, simpleTable } from '../tables/index.ts'
import { adornment } from './adornment.ts'
import { blockQuote } from './block-quote.ts'
import { bulletList } from './bullet-list.ts'
import type { Construct, Cursor } from './construct.ts'
import { doctestBlock } from './doctest-block.ts'
import { enumeratedList } from './enumerated-list.ts'
import { explicitMarkup } from './explicit-markup.ts'
import { fieldList } from './field-list.ts'
import { lineBlock } from './line-block.ts'
import { optionList } from './option-list.ts'
import { isOutermost } from './root-line.ts'
import { closeSections } from './section.ts'
import { text } from './text.ts'

/** The block constructs, in the order of docutils. Add one here; a line that starts no other construct starts `text`. */
const constructs: readonly Construct[] = [
  blockQuote,
  bulletList,
  enumeratedList,
  fieldList,
  optionList,
  doctestBlock,
  lineBlock,
  gridTable,
  simpleTable,
  explicitMarkup,
  adornment,
  text,
]

/** The constructs that a line may start, by its first character; non-ASCII characters share the last entry. Computed when a line first
 * starts with the character.
 */
const constructsByFirst: (readonly Construct[] | undefined)[] = Array.from({ length: 129 })

function constructsOf(code: number): readonly Construct[] {
  return constructs.filter(({ first }) => {
    if (first === undefined) return true
    return code < 128 ? first.includes(String.fromCharCode(code)) : /[^\0-\x7f]/.test(first)
  })
}

/** The construct that starts at the cursor. The cursor must not be at a blank line. */
export function constructAt(cursor: Cursor): Construct {
  const code = Math.min(cursor.block[cursor.index]!.text.charCodeAt(0), 128)
  constructsByFirst[code] ??= constructsOf(code)
  for (const candidate of constructsByFirst[code]) {
    if (candidate.starts(cursor)) return candidate
  }
  return text
}

/** Parses from the cursor to the end of its block. */
export function parseLines(cursor: Cursor): void {
  const { parser, block, sections } = cursor
  parser.parent = cursor.nodes
  let last: Construct | undefined
  while (cursor.index < block.length) {
    const line = block[cursor.index]!
    if (line.text === '') {
      cursor.index++
      continue
    }
    if (isOutermost(cursor)) parser.rootLine = line.number + 1
    const { index: first, nodes } = cursor
    last = constructAt(cursor)
    if (!last.parse(cursor)) text.parse(cursor)
    parser.parent = cursor.nodes
    // A title that closes sections is read again. Anything else that did not move the cursor would loop forever.
    if (cursor.index <= first && cursor.nodes === nodes) cursor.index = first + 1
  }
  if (last === explicitMarkup && cursor.nodes.length > 0) parser.endsOfExplicitMarkup.add(cursor.nodes[cursor.nodes.length - 1]!)
  if (sections) closeSections(cursor, 0, block.length)
}
