/** docutils' line for a node: that of the nearest element around it that has one.
 *
 * Most elements know the line where they start. The others got the line that the parser had reached when they were made, which is
 * often behind them; all of this was found by asking docutils.
 */
import type { ElementNode } from '../tree.ts'

/** What stands in a run of text, and has the line of what holds the text. */
const inline = new Set(
  (
    'abbreviation acronym citation_reference emphasis footnote_reference generated image inline literal math problematic raw ' +
    'reference strong subscript substitution_reference superscript target title_reference'
  ).split(' '),
)

/** What holds a run of text. */
const textual = new Set(
  (
    'attribution author authors caption classifier field_name line literal_block math_block paragraph rubric ' +
    'substitution_definition subtitle term title'
  ).split(' '),
)

/** Whether a node has another line than what is around it. */
export function hasLineOfItsOwn(node: ElementNode, parent: ElementNode): boolean {
  return !(inline.has(node.type) && (textual.has(parent.type) || inline.has(parent.type)))
}

/** docutils' line of a node that is no inline one; `inherited` is that of its parent. */
export function lineOf(node: ElementNode, parent: ElementNode, inherited: number | undefined): number | undefined {
  const known = node.data?.docutilsLine
  if (typeof known === 'number') return known
  const { start, end } = node.position
  switch (node.type) {
    case 'document':
    case 'subtitle':
      return undefined
    case 'title':
      // The underline is read when the title is made.
      if (parent.type === 'section') return end.line + 1
      return parent.type === 'topic' || parent.type === 'sidebar' ? undefined : parent.position.start.line
    case 'term':
    case 'classifier':
      return inherited
    case 'line':
      return end.line
    case 'literal_block':
      return node.children[0]?.position.start.line ?? start.line
    case 'reference':
    case 'image':
      return parent.type === 'block_quote' || parent.type === 'substitution_definition' ? inherited : undefined
    default:
      return start.line
  }
}
