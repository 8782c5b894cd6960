/** Doctest blocks: `>>>` to the next blank line. */
import { extent, joinLines } from '../lines.ts'
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
    const lines = block.slice(index, end)
    const at = extent(lines)
    const text = parser.text(joinLines(lines), at.start, at.end)
    cursor.nodes.push(parser.element('doctest_block', at.start, at.end, { 'xml:space': 'preserve' }, [text]))
    cursor.index = end
    return true
  },
}
