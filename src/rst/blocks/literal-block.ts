/** Literal blocks: indented, or quoted without indentation. */
import { extent } from '../lines.ts'
import { preservedLines } from '../preserved.ts'
import { isAdornment } from './adornment-line.ts'
import type { Cursor } from './construct.ts'
import { indentedBody, trimBottom } from './indented.ts'
import type { LiteralMarker } from './text.ts'
import { endsWithoutBlankLine } from './unindent.ts'

/** Parses the literal block after a `::`; the cursor is after the paragraph. */
export function literalBlock(cursor: Cursor, marker: LiteralMarker): void {
  const { parser, block } = cursor
  const body = indentedBody(block, cursor.index)
  const lines = trimBottom(body.lines)
  if (lines.length === 0) {
    quotedLiteralBlock(cursor, marker)
    return
  }
  const node = preservedLines(parser, 'literal_block', lines)
  node.data = { form: 'indented', indent: body.indent }
  cursor.nodes.push(node)
  cursor.index = body.next
  if (!body.blankFinish) endsWithoutBlankLine(cursor, 'Literal block')
}

/** A literal block whose every line starts with the same punctuation character. */
function quotedLiteralBlock(cursor: Cursor, marker: LiteralMarker): void {
  const { parser, block } = cursor
  let first = cursor.index
  while (first < block.length && block[first]!.text === '') first++
  cursor.index = first
  const line = block[first]
  const quote = line?.text[0]
  if (!line || !quote || !isAdornment(quote)) {
    const last = block[block.length - 1]!
    // At the end of the input, docutils counts one line further.
    const number = line ? line.number + 1 : last.number + 2
    cursor.nodes.push(parser.message(2, 'Literal block expected; none found.', number, marker))
    return
  }
  let next = first + 1
  while (next < block.length && block[next]!.text[0] === quote) next++
  const node = preservedLines(parser, 'literal_block', block.slice(first, next))
  node.data = { form: 'quoted', character: quote }
  cursor.nodes.push(node)
  cursor.index = next
  const after = block[next]
  if (!after || after.text === '') return
  const text = after.text[0] === ' ' ? 'Unexpected indentation.' : 'Inconsistent literal block quoting.'
  cursor.nodes.push(parser.message(3, text, after.number + 1, extent([after])))
}
