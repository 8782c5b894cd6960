/** Field lists. */
import { appendAll } from '../../text/index.ts'
import { endOf, extent, offsetAt, sliceLine } from '../lines.ts'
import type { Construct } from './construct.ts'
import { indentedBody } from './indented.ts'
import { extendTo, itemExtent, nextText } from './list-item.ts'
import { advanceRootLine } from './root-line.ts'
import { endsWithoutBlankLine } from './unindent.ts'

/** The index of the colon that ends a field's name; -1 if the line starts no field. A name may contain escaped characters, and `:` unless a
 * space, a backquote or the end follows.
 */
function fieldNameEnd(text: string): number {
  if (text[0] !== ':' || text.length < 3 || text[1] === ':' || text[1] === ' ') return -1
  for (let i = 1; i < text.length; i++) {
    const character = text[i]
    if (character === '\\') {
      i++
      continue
    }
    if (character !== ':') continue
    const next = text[i + 1]
    if (next === undefined || next === ' ') return text[i - 1] === ' ' || i === 1 ? -1 : i
    if (next === '`') return -1
  }
  return -1
}

export const fieldList: Construct = {
  name: 'field_list',
  first: ':',
  starts: (cursor) => fieldNameEnd(cursor.block[cursor.index]!.text) > 0,
  parse(cursor) {
    const { parser, block } = cursor
    const first = block[cursor.index]!
    const list = parser.element('field_list', first.start, first.start)
    cursor.nodes.push(list)
    // Messages about targets in the first name come after the list has begun; newer versions drop those about others.
    const later = parser.docutils.duplicateNames ? [] : list.children
    let blankFinish = true
    for (let line = nextText(cursor); line; line = nextText(cursor)) {
      const nameEnd = fieldNameEnd(line.text)
      if (nameEnd < 0) break
      let width = nameEnd + 1
      while (line.text.charCodeAt(width) === 32) width++
      const body = indentedBody(block, cursor.index, { firstIndent: width })
      advanceRootLine(cursor, body.next)
      const at = itemExtent(cursor, body)
      const field = parser.element('field', at.start, Math.max(at.end, offsetAt(line, nameEnd + 1)))
      parser.parent = line === first ? cursor.nodes : later
      const name = sliceLine(line, 1, nameEnd)
      const { nodes, messages } = parser.parseInline(parser.inlineSource([name], line.number + 1))
      const bodyAt = body.lines.length > 0 ? extent(body.lines) : { start: endOf(line), end: endOf(line) }
      const fieldBody = parser.element('field_body', bodyAt.start, bodyAt.end, {}, messages)
      field.children.push(parser.element('field_name', name.start, endOf(name), {}, nodes), fieldBody)
      cursor.index = body.next
      if (body.lines.length > 0) appendAll(fieldBody.children, parser.parseBlock(body.lines))
      list.children.push(field)
      extendTo(list, field)
      blankFinish = body.blankFinish
    }
    if (!blankFinish) endsWithoutBlankLine(cursor, 'Field list')
    return true
  },
}
