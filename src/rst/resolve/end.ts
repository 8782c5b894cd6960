/** Where docutils stands when it has read everything: messages about the whole document carry that line. */
import type { Parser } from '../context.ts'
import { splitLines } from '../lines.ts'
import type { DocumentNode, ElementNode } from '../tree.ts'

/** What docutils reads with a machine of its own. At the end of the document it leaves the outer one behind the last line. */
const readApart = new Set(
  (
    'bullet_list citation comment definition_list enumerated_list field_list footnote line_block option_list pending section ' +
    'substitution_definition target'
  ).split(' '),
)

/** docutils' line at the end of a document: one more than there are, or undefined where it has lost count. */
export function lineAtEnd(document: DocumentNode, parser: Parser): number | undefined {
  const lines = splitLines(parser.source, parser.options.tabWidth)
  const last = document.children.findLast(({ type }) => type !== 'system_message') as ElementNode | undefined
  if (!last) return lines.length + 1
  if (readApart.has(last.type) || last.data?.form === 'quoted') return undefined
  // A directive gives any node, but is read apart: what stands at the margin tells.
  const margin = lines.findLast(({ text }) => text !== '' && text[0] !== ' ')
  const isInside = margin && last.position.start.line <= margin.number && margin.number < last.position.end.line
  if (margin && !isInside && /^(?:\.\.|__)(?: |$)/.test(margin.text)) return undefined
  return lines.length + 1
}
