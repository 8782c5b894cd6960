/** The line that docutils reports at the end of a document, for messages about the document as a whole. */
import type { Parser } from '../context.ts'
import { plainText } from '../plain-text.ts'
import { type DocumentNode, type ElementNode, isElement, type Position, type RstNode } from '../tree.ts'

/** Elements that docutils reads with a nested state machine. If the document ends with one, docutils has no line. */
const readByNestedMachine = new Set('bullet_list definition_list enumerated_list field_list option_list section'.split(' '))

/** docutils' line at the end of a document: one more than the number of lines, or `undefined` if docutils has none. Found by experiment. */
export function lineAtEnd(document: DocumentNode, { lines, docutils }: Pick<Parser, 'lines' | 'docutils'>): number | undefined {
  const afterLast = lines.length + 1
  const container = docutils.sectionsInPlace ? innermostLast(document) : document
  const last = container.children.at(-1)
  if (!last || !isElement(last)) return afterLast
  const endsBlank = lines.at(-1)?.text === ''
  if (last.type === 'system_message') {
    const text = plainText(last)
    if (text.startsWith('Malformed table') || text.startsWith('Inconsistent title style')) return afterLast
    if (text.startsWith('Literal block expected'))
      return endsBlank || isLongParagraph(container.children.at(-2)) ? afterLast : lines.length
  }
  const shown = container.children.findLast(({ type }) => type !== 'system_message') as ElementNode | undefined
  if (shown && readByNestedMachine.has(shown.type)) return undefined
  if (shown?.data?.form === 'quoted' || (shown?.type === 'line_block' && shown.children.length > 1))
    return endsBlank ? afterLast : undefined
  // A directive may give any node, but is read differently, so its source line decides.
  const margin = lines.findLast(({ text }) => text !== '' && text[0] !== ' ')
  if (!margin || !/^(?:\.\.|__)(?: |$)/.test(margin.text)) return afterLast
  const { start, end } = shown?.position ?? { start: { line: 0 }, end: { line: 0 } }
  const line = margin.number + 1
  const isInside = start.line < line && line <= end.line
  // The last line of a paragraph may look like a comment: `.. ::`.
  const isText = container.children.some(({ type, position }) => type === 'paragraph' && coversLine(position, line))
  // A block quote may also come from a substitution definition, which is reported after it.
  const isQuoteAfter =
    shown?.type === 'block_quote' && line < start.line && line < last.position.start.line && !shown.attributes.classes
  if (isInside || isText || isQuoteAfter) return afterLast
  // Targets and empty comments, but not malformed targets, leave the blank lines after them to the outer state machine; other elements
  // include them.
  const isEmptyComment = margin.text === '..' && (lines[line]?.text ?? '') === ''
  const isTarget = /^(?:__|\.\. +_)/.test(margin.text) && shown?.type !== 'comment'
  if (endsBlank && (isEmptyComment || isTarget)) return afterLast
  return undefined
}

/** The last section of the last section, and so on. Messages about the links in a title come after its section. */
function innermostLast(node: ElementNode): ElementNode {
  const last = node.children.findLast(({ type }) => type !== 'system_message')
  return last && isElement(last) && last.type === 'section' ? innermostLast(last) : node
}

function coversLine({ start, end }: Position, line: number): boolean {
  return start.line <= line && line <= end.line
}

/** Whether a node is a paragraph of several lines. */
function isLongParagraph(node: RstNode | undefined): boolean {
  return node?.type === 'paragraph' && node.position.start.line !== node.position.end.line
}
