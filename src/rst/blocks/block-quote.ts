/** Block quotes, with attributions. */
import { appendAll } from '../../text/index.ts'
import { type Block, dedent, endOf, extent, type Line } from '../lines.ts'
import type { RstNode } from '../tree.ts'
import type { Construct, Cursor } from './construct.ts'
import { indentedBody } from './indented.ts'
import { advanceRootLine } from './root-line.ts'
import { endsWithoutBlankLine } from './unindent.ts'

export const blockQuote: Construct = {
  name: 'block_quote',
  first: ' ',
  starts: () => true,
  parse(cursor) {
    const body = indentedBody(cursor.block, cursor.index)
    advanceRootLine(cursor, body.next)
    cursor.index = body.next
    blockQuotes(cursor, body.lines)
    if (!body.blankFinish) endsWithoutBlankLine(cursor, 'Block quote')
    return true
  },
}

/** Appends the block quotes of some indented lines: each attribution ends a block quote. */
export function blockQuotes(cursor: Cursor, indented: Block): void {
  const { parser } = cursor
  const quotes: RstNode[] = []
  let from = 0
  while (from < indented.length) {
    const attribution = findAttribution(indented, from)
    const lines = from === 0 && !attribution ? indented : indented.slice(from, attribution?.first)
    const at = extent(attribution ? indented.slice(from, attribution.next) : lines)
    const quote = parser.element('block_quote', at.start, at.end)
    quote.children = parser.parseBlock(lines)
    quotes.push(quote)
    if (!attribution) break
    const written = attributionLines(indented, attribution)
    const marked = indented[attribution.first]!
    parser.parent = cursor.nodes
    const { nodes, messages } = parser.parseInline(parser.inlineSource(written, marked.number + 1))
    quote.children.push(parser.element('attribution', marked.start, endOf(written[written.length - 1]!), {}, nodes))
    appendAll(quotes, messages)
    from = attribution.next
    while (from < indented.length && indented[from]!.text === '') from++
  }
  // Added only now, because messages about targets in the attribution come before it.
  appendAll(cursor.nodes, quotes)
}

interface Attribution {
  /** The index of the line with the dashes, and of the line after the attribution. */
  first: number
  next: number
  /** The width of the dashes and the space after them; the indentation of the other lines. */
  width: number
  indent: number
}

const dashes = /^(?:---?(?!-)|\u2014) *(?=[^ \n])/

/** Finds an attribution: dashes after text and a blank line, with no other lines up to the next blank line. */
function findAttribution(lines: Block, from: number): Attribution | undefined {
  let seen = false
  for (let i = from; i < lines.length; i++) {
    const { text } = lines[i]!
    if (text === '') continue
    if (seen && lines[i - 1]!.text === '') {
      const match = dashes.exec(text)
      const end = match && attributionEnd(lines, i)
      if (end) return { first: i, next: end.next, width: match[0].length, indent: end.indent }
    }
    seen = true
  }
  return undefined
}

/** The other lines of an attribution must have the same indentation. */
function attributionEnd(lines: Block, first: number): { next: number; indent: number } | undefined {
  let indent: number | undefined
  let i = first + 1
  for (; i < lines.length; i++) {
    const { text } = lines[i]!
    if (text === '') break
    const own = text.length - text.trimStart().length
    if (indent === undefined) indent = own
    else if (own !== indent) return undefined
  }
  return { next: i, indent: indent ?? 0 }
}

function attributionLines(lines: Block, { first, next, width, indent }: Attribution): Line[] {
  return lines.slice(first, next).map((line, i) => dedent(line, i === 0 ? width : indent))
}
