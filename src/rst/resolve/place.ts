/** docutils' line for a node: that of the nearest ancestor that has one.
 *
 * Some elements know the line where they start. The others get the line that docutils reads at the moment when they join the
 * document: that is the last one of what they are made of, and none at all when something nested was read just before. All of
 * this was found by asking docutils.
 */
import type { Parser } from '../context.ts'
import { inlineElements } from '../elements.ts'
import type { Line } from '../lines.ts'
import type { ElementNode } from '../tree.ts'

/** What the children of an element need to know about its place. */
export interface Place {
  /** docutils' line; undefined where docutils has none. */
  line: number | undefined
  /** Whether the element was in the document before its children were read. */
  live: boolean
}

/** What holds a run of text. */
export const textual = new Set(
  (
    'attribution author authors caption classifier field_name line literal_block math_block paragraph rubric ' +
    'substitution_definition subtitle term title'
  ).split(' '),
)

/** Elements that are added to the document first and filled later. */
const filledLater = new Set(
  'bullet_list definition_list document enumerated_list field_list line_block option_list section'.split(' '),
)

/** Elements that know the line where they start. */
const startsAtItsLine = new Set(
  (
    'attribution block_quote bullet_list caption citation doctest_block field field_name footnote math_block option_list paragraph ' +
    'pending section substitution_definition target transition'
  ).split(' '),
)

/** docutils reads these with a nested state machine; a list item that ends with one has no line of its own. */
const readApart = new Set(
  'bullet_list comment definition_list enumerated_list field_list figure image option_list pending reference rubric target'.split(
    ' ',
  ),
)

/** Elements that know their line since docutils 0.21. */
const startsAtItsLineSince21 = new Set(
  'admonition attention caution danger error figure hint important list_item note tip warning'.split(' '),
)

/** Elements that know their line since docutils 0.23. */
const startsAtItsLineSince23 = new Set(['line', 'rubric', 'table'])

/** The place of a node, from that of its parent. */
export function placeOf(
  node: ElementNode,
  parent: ElementNode,
  around: Place,
  { lines, docutils }: Pick<Parser, 'lines' | 'docutils'>,
): Place {
  // A node in a run of text has the line of the element that contains the text.
  if (inlineElements.has(node.type) && (textual.has(parent.type) || inlineElements.has(parent.type))) return around
  const live = around.live && filledLater.has(node.type) && !isDirective(node)
  const { type } = node
  const knows =
    (docutils.itemLines && startsAtItsLineSince21.has(type)) ||
    (docutils.tableLines && startsAtItsLineSince23.has(type) && !isDirective(parent))
  return { line: knows ? node.position.start.line : lineOf(node, parent, around, lines, docutils.elementLine), live }
}

function lineOf(
  node: ElementNode,
  parent: ElementNode,
  around: Place,
  lines: readonly Line[],
  elementLine: boolean,
): number | undefined {
  const { type, position } = node
  const known = node.data?.docutilsLine
  if (typeof known === 'number') return known
  if (startsAtItsLine.has(type)) return position.start.line
  switch (type) {
    case 'document':
    case 'subtitle':
      return undefined
    case 'title':
      // The underline is read before the title is made.
      if (parent.type === 'section') return position.end.line + 1
      return !elementLine && (parent.type === 'topic' || parent.type === 'sidebar') ? undefined : parent.position.start.line
    case 'literal_block':
      return node.children[0]?.position.start.line ?? position.start.line
    case 'line':
      return around.live ? position.end.line : around.line
    case 'line_block':
      // Only of directives; other elements are filled later.
      if (!isDirective(node)) return around.live ? undefined : around.line
      if (elementLine) return position.start.line
      return around.live ? lastWithBlankLines(node, lines) : around.line
    case 'rubric':
      return around.live ? lastWithBlankLines(node, lines) : around.line
    case 'list_item': {
      const last = node.children.at(-1)
      return around.live && !(last && readApart.has(last.type)) ? undefined : around.line
    }
    default:
      return around.live ? undefined : around.line
  }
}

/** Whether the directive `line-block` made it. */
function isDirective({ type, data }: ElementNode): boolean {
  return type === 'line_block' && data?.byDirective === true
}

/** The last line of a node, including the blank lines that docutils reads with it. */
export function lastWithBlankLines(node: ElementNode, lines: readonly Line[]): number {
  let { line } = node.position.end
  while (lines[line]?.text === '') line++
  return line
}
