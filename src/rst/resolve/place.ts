/** docutils' line for a node: that of the nearest ancestor that has one.
 *
 * Some elements know the line where they start. The others get the line that docutils has read when it adds them to the document:
 * usually their last line, or no line if docutils has just read a nested element. These rules were found by experiments with docutils.
 */
import type { Parser } from '../context.ts'
import { inlineElements } from '../elements.ts'
import type { Line } from '../lines.ts'
import type { ElementNode } from '../tree.ts'

/** The facts about an element that decide the lines of its children. */
export interface Place {
  /** docutils' line; `undefined` if docutils has none. */
  line: number | undefined
  /** Whether the element was part of the document before its children were read. */
  live: boolean
}

/** Elements that contain text. */
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

/** Elements that docutils reads with a nested state machine. A list item that ends with one has the line of the element around
 * it.
 */
const readByNestedMachine = new Set(
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

/** The place of a node, from the place of its parent. */
export function placeOf(
  node: ElementNode,
  parent: ElementNode,
  parentPlace: Place,
  { lines, docutils }: Pick<Parser, 'lines' | 'docutils'>,
): Place {
  // A node in a run of text has the line of the element that contains the text.
  if (inlineElements.has(node.type) && (textual.has(parent.type) || inlineElements.has(parent.type))) return parentPlace
  const live = parentPlace.live && filledLater.has(node.type) && !isLineBlockDirective(node)
  const { type } = node
  const knows =
    (docutils.itemLines && startsAtItsLineSince21.has(type)) ||
    (docutils.tableLines && startsAtItsLineSince23.has(type) && !isLineBlockDirective(parent))
  return { line: knows ? node.position.start.line : lineOf(node, parent, parentPlace, lines, docutils.elementLine), live }
}

function lineOf(
  node: ElementNode,
  parent: ElementNode,
  parentPlace: Place,
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
      return parentPlace.live ? position.end.line : parentPlace.line
    case 'line_block':
      // A line block that is written with bars is filled later.
      if (!isLineBlockDirective(node)) return parentPlace.live ? undefined : parentPlace.line
      if (elementLine) return position.start.line
      return parentPlace.live ? lastWithBlankLines(node, lines) : parentPlace.line
    case 'rubric':
      return parentPlace.live ? lastWithBlankLines(node, lines) : parentPlace.line
    case 'list_item': {
      const last = node.children.at(-1)
      return parentPlace.live && !(last && readByNestedMachine.has(last.type)) ? undefined : parentPlace.line
    }
    default:
      return parentPlace.live ? undefined : parentPlace.line
  }
}

/** Whether a node is the line block of a `line-block` directive. */
function isLineBlockDirective({ type, data }: ElementNode): boolean {
  return type === 'line_block' && data?.byDirective === true
}

/** The last line of a node, including the blank lines that docutils reads with it. */
export function lastWithBlankLines(node: ElementNode, lines: readonly Line[]): number {
  let { line } = node.position.end
  while (lines[line]?.text === '') line++
  return line
}
