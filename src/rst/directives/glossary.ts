/** The content of Sphinx' `glossary`: a definition list in which several terms may share a definition. */
import type { Parser } from '../context.ts'
import { type Block, dedent, extent, type Line, leastIndent } from '../lines.ts'
import { appendAll, type ElementNode, type RstNode } from '../tree.ts'

/** At the first of two terms:
 *
 *     > perihelion
 *       ^
 *     | periapsis
 *     |    Where a planet is nearest to the Sun.
 */
export function glossaryList(parser: Parser, body: Block): ElementNode {
  const at = extent(body)
  const list = parser.element('definition_list', at.start, at.end)
  let i = 0
  while (i < body.length) {
    if (body[i]!.text === '') {
      i++
      continue
    }
    const first = i
    while (i < body.length && body[i]!.text !== '' && !isIndented(body[i]!)) i++
    const definition = i
    while (i < body.length && (body[i]!.text === '' || isIndented(body[i]!))) i++
    list.children.push(item(parser, body.slice(first, definition), body.slice(definition, i)))
  }
  return list
}

function isIndented(line: Line): boolean {
  return line.text.charCodeAt(0) === 32
}

function item(parser: Parser, terms: Block, definition: Block): ElementNode {
  const children: RstNode[] = []
  for (const line of terms) {
    // `.. _name:` and comments may stand between terms.
    if (line.text.startsWith('.. ')) {
      appendAll(children, parser.parseBlock([line]))
      continue
    }
    const place = extent([line])
    const { nodes, messages } = parser.parseInline(parser.inlineSource([line]))
    children.push(parser.element('term', place.start, place.end, {}, nodes))
    appendAll(children, messages)
  }
  const indent = leastIndent(definition)
  const lines = definition.map((line) => (line.text === '' ? line : dedent(line, indent)))
  if (lines.some(({ text }) => text !== '')) {
    const place = extent(lines)
    children.push(parser.element('definition', place.start, place.end, {}, parser.parseBlock(lines)))
  }
  const all = extent([...terms, ...definition])
  return parser.element('definition_list_item', all.start, all.end, {}, children)
}
