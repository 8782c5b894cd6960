/** Doctest blocks: `>>>` to the next blank line. */
import { preservedLines } from '../preserved.ts'
import type { Construct } from './construct.ts'
import { endOfText } from './indented.ts'

export const doctestBlock: Construct = {
  name: 'doctest_block',
  first: '>',
  starts(cursor) {
    const { text } = cursor.block[cursor.index]!
    return text.startsWith('>>>') && (text.length === 3 || text[3] === ' ')
  },
  parse(cursor) {
    const { parser, block, index } = cursor
    const end = endOfText(block, index)
    cursor.nodes.push(preservedLines(parser, 'doctest_block', block.slice(index, end)))
    cursor.index = end
    return true
  },
}
