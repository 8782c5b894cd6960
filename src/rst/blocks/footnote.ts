/** Footnotes and citations. */
import { appendAll } from '../../text/index.ts'
import { simpleNameEnd } from '../inline/simple-name.ts'
import { offsetAt, originLine } from '../lines.ts'
import { normalizeName } from '../name.ts'
import type { ElementNode } from '../tree.ts'
import type { Cursor } from './construct.ts'
import type { Explicit } from './explicit-markup.ts'
import { type Indented, indentedBody } from './indented.ts'
import { itemExtent } from './list-item.ts'
import { advanceRootLine } from './root-line.ts'

/** The label in brackets at a column, and the column of the text after it; `undefined` if there is none. */
function readLabel(text: string, column: number): { label: string; after: number } | undefined {
  if (text[column] !== '[') return undefined
  const end = text.indexOf(']', column)
  if (end < 0) return undefined
  let after = end + 1
  while (text.charCodeAt(after) === 32) after++
  if (after === end + 1 && after < text.length) return undefined
  return { label: text.slice(column + 1, end), after }
}

function isSimpleName(text: string): boolean {
  return text !== '' && simpleNameEnd(text, 0) === text.length
}

/** `.. [1]`, `.. [#]`, `.. [#name]` or `.. [*]`. */
export function footnote(cursor: Cursor, column: number): Explicit | undefined {
  const { parser, block, index } = cursor
  const line = block[index]!
  const read = readLabel(line.text, column)
  if (!read) return undefined
  const { label } = read
  const autoNamed = label[0] === '#' && isSimpleName(label.slice(1))
  if (!/^[0-9]+$/.test(label) && label !== '#' && label !== '*' && !autoNamed) return undefined
  const { names } = parser
  const docutilsLine = originLine(line)
  const { node, body } = labelled(cursor, 'footnote', read.after)
  if (label === '*') {
    node.attributes.auto = '*'
    names.symbolFootnotes.push(node)
  } else if (label[0] === '#') {
    node.attributes.auto = 1
    if (autoNamed) node.attributes.names = [normalizeName(label.slice(1))]
    names.autoFootnotes.push(node)
  } else {
    node.children.push(labelNode(cursor, column, label))
    node.attributes.names = [label]
  }
  names.setId(node)
  if (node.attributes.names) names.noteExplicitTarget(node, node.children, docutilsLine)
  return finish(cursor, node, body)
}

/** `.. [Galileo1610]`. */
export function citation(cursor: Cursor, column: number): Explicit | undefined {
  const { parser, block, index } = cursor
  const line = block[index]!
  const read = readLabel(line.text, column)
  if (!read || !isSimpleName(read.label)) return undefined
  const { node, body } = labelled(cursor, 'citation', read.after)
  node.attributes.names = [normalizeName(read.label)]
  node.children.push(labelNode(cursor, column, read.label))
  parser.names.noteExplicitTarget(node, node.children, originLine(line))
  return finish(cursor, node, body)
}

function labelled(cursor: Cursor, type: string, after: number): { node: ElementNode; body: Indented } {
  const body = indentedBody(cursor.block, cursor.index, { firstIndent: after })
  const at = itemExtent(cursor, body)
  return { node: cursor.parser.element(type, at.start, at.end), body }
}

function labelNode(cursor: Cursor, column: number, label: string): ElementNode {
  const line = cursor.block[cursor.index]!
  const start = offsetAt(line, column + 1)
  const end = offsetAt(line, column + 1 + label.length)
  return cursor.parser.element('label', start, end, {}, [cursor.parser.text(label, start, end)])
}

function finish(cursor: Cursor, node: ElementNode, body: Indented): Explicit {
  const { parser } = cursor
  advanceRootLine(cursor, body.next)
  cursor.index = body.next
  if (body.lines.length > 0) appendAll(node.children, parser.parseBlock(body.lines))
  else if (parser.docutils.emptyNotes) {
    const text = `${node.type === 'footnote' ? 'Footnote' : 'Citation'} content expected.`
    node.children.push(
      parser.message(2, text, parser.rootLine, { start: node.position.start.offset, end: node.position.end.offset }),
    )
  }
  return { nodes: [node], blankFinish: body.blankFinish }
}
