/** The content of Sphinx' `glossary`: a definition list in which several terms may share a definition. */
import { appendAll } from '../../text/index.ts'
import type { Parser } from '../context.ts'
import { type Block, commonIndent, dedent, extent, type Line } from '../lines.ts'
import type { ElementNode, RstNode } from '../tree.ts'

/** Terms, and their definition. */
interface Entry {
  terms: Line[]
  definition: Line[]
}

/** At the first of two terms:
 *
 *     > perihelion
 *       ^
 *     | periapsis
 *     |    Where a planet is nearest to the Sun.
 *
 * Returns the list, followed by Sphinx's messages about how it is written.
 */
export function glossaryList(parser: Parser, body: Block): RstNode[] {
  const at = extent(body)
  const { entries, messages } = entriesOf(parser, body)
  const items = entries.map(({ terms, definition }) => item(parser, terms, definition))
  return [parser.element('definition_list', at.start, at.end, {}, items), ...messages]
}

function entriesOf(parser: Parser, body: Block): { entries: Entry[]; messages: ElementNode[] } {
  const entries: Entry[] = []
  const messages: ElementNode[] = []
  const say = (text: string, line: Line) => messages.push(parser.message(2, text, line.number + 1, extent([line])))
  let inDefinition = true
  let inComment = false
  let isAfterBlank = true
  for (const line of body) {
    const last = entries.at(-1)
    if (line.text === '') last?.definition.push(line)
    else if (line.text.charCodeAt(0) === 32) {
      if (inComment) last?.terms.push(line)
      else if (last) last.definition.push(line)
      else say('glossary seems to be misformatted, check indentation', line)
      inDefinition ||= !inComment
    } else if (line.text.startsWith('.. ')) {
      // `.. _name:` and comments may stand between terms.
      inComment = true
      if (last) last.terms.push(line)
      else entries.push({ terms: [line], definition: [] })
    } else {
      inComment = false
      if (inDefinition && !isAfterBlank) say('glossary term must be preceded by empty line', line)
      if (!inDefinition && isAfterBlank) say('glossary terms must not be separated by empty lines', line)
      if (inDefinition || !last) entries.push({ terms: [line], definition: [] })
      else last.terms.push(line)
      inDefinition = false
    }
    isAfterBlank = line.text === ''
  }
  return { entries, messages }
}

function item(parser: Parser, terms: readonly Line[], definition: readonly Line[]): ElementNode {
  const children: RstNode[] = []
  for (const line of terms) {
    if (line.text.startsWith('.. ') || line.text.startsWith(' ')) {
      appendAll(children, parser.parseBlock([line]))
      continue
    }
    const place = extent([line])
    const { nodes, messages } = parser.parseInline(parser.inlineSource([line]))
    children.push(parser.element('term', place.start, place.end, {}, nodes))
    appendAll(children, messages)
  }
  const indent = commonIndent(definition)
  const lines = definition.map((line) => (line.text === '' ? line : dedent(line, indent)))
  if (lines.some(({ text }) => text !== '')) {
    const place = extent(lines)
    children.push(parser.element('definition', place.start, place.end, {}, parser.parseBlock(lines)))
  }
  // A comment behind the definition is among the terms.
  const all = extent([...terms, ...definition].sort((a, b) => a.number - b.number))
  return parser.element('definition_list_item', all.start, all.end, {}, children)
}
