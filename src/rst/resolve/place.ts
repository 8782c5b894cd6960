/** docutils' line for a node: that of the nearest ancestor that has one.
 *
 * Some elements know the line where they start. The others get the line that docutils has read when it adds them to the document:
 * usually their last line, or no line if docutils has just read a nested element. These rules were found by experiments with docutils.
 */
import type { Parser } from '../context.ts'
import { inlineElements } from '../elements.ts'
import type { Line } from '../lines.ts'
import { type ElementNode, isElement } from '../tree.ts'

/** The facts about an element that decide the lines of its children. */
export interface Place {
  /** docutils' line; `undefined` if docutils has none. */
  line: number | undefined
  /** docutils' line after it has moved the content of a single section to the document. */
  laterLine: number | undefined
  /** Whether the element was part of the document before its children were read. */
  live: boolean
  /** The lines of the source that docutils does not count, because it numbers the lines of a cell from its first. */
  linesAbove: number
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
    'pending substitution_definition target transition'
  ).split(' '),
)

/** Lists, which docutils reads with a nested state machine. */
const lists = new Set('bullet_list definition_list enumerated_list field_list option_list'.split(' '))

/** Elements whose end is that of their last child. */
const wrappers = new Set('definition definition_list_item description legend option_list_item'.split(' '))

/** Elements that know their line since docutils 0.22. */
const startsAtItsLineSince22 = new Set('compound container line line_block sidebar topic'.split(' '))

/** Elements that know their line since docutils 0.21. */
const startsAtItsLineSince21 = new Set(
  'admonition attention caution danger error figure hint important list_item note tip warning'.split(' '),
)

/** Elements that know their line since docutils 0.23. */
const startsAtItsLineSince23 = new Set(['rubric', 'table'])

/** The place of a node, from the place of its parent. */
export function placeOf(node: ElementNode, parent: ElementNode, parentPlace: Place, parser: PlacingParser): Place {
  const { docutils } = parser
  // A node in a run of text has the line of the element that contains the text.
  if (inlineElements.has(node.type) && (textual.has(parent.type) || inlineElements.has(parent.type))) return parentPlace
  const live = parentPlace.live && filledLater.has(node.type) && !isLineBlockDirective(node)
  const { type } = node
  const known = node.data?.docutilsLine
  const linesAbove = (node.data?.linesAbove as number | undefined) ?? parentPlace.linesAbove
  if (typeof known === 'number') return { line: known, laterLine: known, live, linesAbove }
  const knows =
    startsAtItsLine.has(type) ||
    (docutils.itemLines && startsAtItsLineSince21.has(type)) ||
    (docutils.elementLine && startsAtItsLineSince22.has(type)) ||
    (docutils.tableLines && startsAtItsLineSince23.has(type))
  const line = knows ? node.position.start.line - linesAbove : lineOf(node, parent, parentPlace, parser)
  if (knows || parentPlace.laterLine === parentPlace.line) return { line, laterLine: line, live, linesAbove }
  const laterLine = lineOf(node, parent, { ...parentPlace, line: parentPlace.laterLine }, parser)
  return { line, laterLine, live, linesAbove }
}

/** What the places depend on. */
export type PlacingParser = Pick<Parser, 'lines' | 'docutils' | 'endsOfExplicitMarkup'>

function lineOf(node: ElementNode, parent: ElementNode, parentPlace: Place, parser: PlacingParser): number | undefined {
  const { lines, docutils } = parser
  const { type, position } = node
  switch (type) {
    case 'document':
      return parentPlace.line
    case 'section': {
      const title = node.children.find(({ type }) => type === 'title') ?? node
      return title.position.end.line + 1
    }
    case 'subtitle':
    case 'title':
      // The underline is read before the title is made.
      if (parent.type === 'section') return position.end.line + 1
      return !docutils.elementLine && (parent.type === 'topic' || parent.type === 'sidebar')
        ? parentPlace.line
        : parent.position.start.line - parentPlace.linesAbove
    case 'literal_block':
      return (node.children[0] ?? node).position.start.line - parentPlace.linesAbove
    case 'line':
      return parentPlace.live ? position.end.line : parentPlace.line
    case 'line_block':
      // A line block that is written with bars is filled later.
      if (!isLineBlockDirective(node)) return parentPlace.live ? undefined : parentPlace.line
      return lineAfterDirective(node, parentPlace, lines)
    case 'rubric':
      return lineAfterDirective(node, parentPlace, lines)
    default:
      return parentPlace.live && !endsNested(node, parser) ? undefined : parentPlace.line
  }
}

/** The line of an element that a directive makes from its text. Options are read by a nested state machine, which leaves no line. */
function lineAfterDirective(node: ElementNode, parentPlace: Place, lines: readonly Line[]): number | undefined {
  if (!parentPlace.live) return parentPlace.line
  return node.data?.hasOptions ? undefined : lastWithBlankLines(node, lines)
}

/** Whether an element ends with something that docutils reads with a nested state machine. Then it has no line and no source, and takes
 * those of the element around it. An element without a line that has a source has no line at all.
 */
function endsNested(node: ElementNode, parser: PlacingParser): boolean {
  if (node.type === 'table') {
    const lastCell = node.data?.ofList ? undefined : lastFilledCell(node)
    return lastCell ? endsNested(lastCell, parser) : node.data?.ofList === true
  }
  const last = node.children.findLast(({ type }) => type !== 'system_message')
  if (!last || !isElement(last)) return false
  if (wrappers.has(last.type)) return endsNested(last, parser)
  if (lists.has(last.type)) return true
  const isEmptyComment = last.type === 'comment' && last.children.length === 0
  const leavesBlankLines = last.type === 'line_block' || last.type === 'target' || isEmptyComment || last.data?.form === 'quoted'
  // The blank lines at the end of a list item belong to it. docutils reads them last, unless they belong to its last child.
  if (leavesBlankLines && node.type === 'list_item' && parser.lines[last.position.end.line]?.text === '') return false
  if (parser.endsOfExplicitMarkup.has(node.children.at(-1)!) || last.data?.form === 'quoted') return true
  return last.type === 'line_block' && last.children.length > 1
}

/** The last cell with content. An empty cell is not read. */
function lastFilledCell(node: ElementNode): ElementNode | undefined {
  if (node.type === 'entry') return node.children.length > 0 ? node : undefined
  for (const child of node.children.toReversed()) {
    const cell = isElement(child) && lastFilledCell(child)
    if (cell) return cell
  }
  return undefined
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
