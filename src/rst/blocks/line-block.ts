/** Line blocks: lines that keep their breaks, nested by their indentation. */
import { appendAll } from '../../text/index.ts'
import type { Parser } from '../context.ts'
import { endOf, extent } from '../lines.ts'
import { endAt, type RstNode } from '../tree.ts'
import type { Construct } from './construct.ts'
import { indentedBody } from './indented.ts'
import { advanceRootLine } from './root-line.ts'

/** The width of the bar and the space after it; 0 if there is no bar. */
function barWidth(text: string): number {
  if (text[0] !== '|') return 0
  let width = 1
  while (text.charCodeAt(width) === 32) width++
  return width > 1 || text.length === 1 ? width : 0
}

/** A line, and the indentation of its text after the bar. */
export interface NestedLine {
  node: RstNode
  indent: number
}

export const lineBlock: Construct = {
  name: 'line_block',
  first: '|',
  starts: (cursor) => barWidth(cursor.block[cursor.index]!.text) > 0,
  parse(cursor) {
    const { parser, block } = cursor
    const first = block[cursor.index]!
    const outer = cursor.nodes
    const node = parser.element('line_block', first.start, first.start)
    outer.push(node)
    const lines: NestedLine[] = []
    let blankFinish = true
    while (cursor.index < block.length) {
      const line = block[cursor.index]!
      const width = barWidth(line.text)
      if (width === 0) break
      const body = indentedBody(block, cursor.index, { firstIndent: width, untilBlank: true })
      advanceRootLine(cursor, body.next)
      // Messages about targets in the first line go to the parent, others to the block; newer versions drop these.
      const targetMessages: RstNode[] = []
      if (line !== first) parser.parent = targetMessages
      const source = parser.inlineSource(body.lines, line.number + 1)
      const { nodes, messages } = parser.parseInline(source)
      const end = Math.max(endOf(line), extent(body.lines).end)
      // An empty line has the depth of the line before it.
      const indent = line.text === '|' ? (lines[lines.length - 1]?.indent ?? 0) : width - 2
      const depth = lines[lines.length - 1]?.indent ?? 0
      if (!parser.docutils.duplicateNames) for (const message of targetMessages) lines.push({ node: message, indent: depth })
      lines.push({ node: parser.element('line', line.start, end, {}, nodes), indent })
      appendAll(outer, messages)
      cursor.index = body.next
      blankFinish = body.blankFinish
    }
    node.children = nestLines(parser, lines, parser.options.nestingLimit)
    endAt(node, node.children.at(-1)!.position.end)
    if (!blankFinish) {
      const next = block[cursor.index] ?? first
      cursor.nodes.push(parser.message(2, 'Line block ends without a blank line.', first.number + 2, extent([next])))
    }
    return true
  },
}

/** The children of a line block: lines deeper than the minimum are in nested blocks. */
export function nestLines(parser: Parser, lines: readonly NestedLine[], limit: number): RstNode[] {
  const least = lines.reduce((min, { indent }) => Math.min(min, indent), Number.POSITIVE_INFINITY)
  const children: RstNode[] = []
  for (let i = 0; i < lines.length; i++) {
    const { node, indent } = lines[i]!
    if (indent <= least || limit <= 0) {
      children.push(node)
      continue
    }
    const from = i
    while (i + 1 < lines.length && lines[i + 1]!.indent > least) i++
    const inner = nestLines(parser, lines.slice(from, i + 1), limit - 1)
    children.push(parser.element('line_block', node.position.start.offset, inner.at(-1)!.position.end.offset, {}, inner))
  }
  return children
}
