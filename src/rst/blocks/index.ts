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
import { closeSections } from './section.ts'
import { text } from './text.ts'

/** What a line can start, in the order in which docutils tries. Add a construct here; every line starts at least `text`. */
export const constructs: readonly Construct[] = [
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

/** Parses from the cursor to the end of its block. */
export function parseLines(cursor: Cursor): void {
  const { parser, block, sections } = cursor
  const isRoot = sections?.isRoot === true
  parser.parent = cursor.nodes
  while (cursor.index < block.length) {
    const line = block[cursor.index]!
    if (line.text === '') {
      cursor.index++
      continue
    }
    if (isRoot && sections.open.length === 0) parser.rootLine = line.number + 1
    const { index: first, nodes } = cursor
    const construct = constructs.find((candidate) => candidate.starts(cursor)) as Construct
    if (!construct.parse(cursor)) text.parse(cursor)
    parser.parent = cursor.nodes
    // A title that closes sections is read again. Anything else that did not move would be read forever.
    if (cursor.index <= first && cursor.nodes === nodes) cursor.index = first + 1
  }
  if (sections) closeSections(cursor, 0, block.length)
}
