/** Block quotes, with attributions. */
import { type Block, dedent, endOf, extent, type Line } from '../lines.ts'
import type { RstNode } from '../tree.ts'
import type { Construct, Cursor } from './construct.ts'
import { indentedBody } from './indented.ts'
import { standAtLast } from './root-line.ts'
import { endsWithoutBlankLine } from './unindent.ts'

export const blockQuote: Construct = {
  name: 'block_quote',
  starts: (cursor) => cursor.block[cursor.index]!.text.charCodeAt(0) === 32,
  parse(cursor) {
    const body = indentedBody(cursor.block, cursor.index)
    standAtLast(cursor, body.next)
    cursor.index = body.next
    blockQuotes(cursor, body.lines)
    if (!body.blankFinish) endsWithoutBlankLine(cursor, 'Block quote')
    return true
  },
}

/** Appends the block quotes of some lines that were indented: each attribution ends one. */
export function blockQuotes(cursor: Cursor, indented: Block): void {
  const { parser } = cursor
  let rest = indented
  const quotes: RstNode[] = []
  while (rest.length > 0) {
    const attribution = findAttribution(rest)
    const lines = attribution ? rest.slice(0, attribution.first) : rest
    const at = extent(attribution ? rest.slice(0, attribution.next) : rest)
    const quote = parser.element('block_quote', at.start, at.end)
    quote.children = parser.parseBlock(lines)
    quotes.push(quote)
    if (!attribution) break
    const written = attributionLines(rest, attribution)
    parser.parent = cursor.nodes
    const { nodes, messages } = parser.parseInline(parser.inlineSource(written, rest[attribution.first]!.number + 1))
    const dashes = rest[attribution.first]!
    const node = parser.element('attribution', dashes.start, endOf(written[written.length - 1]!), {}, nodes)
    quote.children.push(node)
    quotes.push(...messages)
    let next = attribution.next
    while (next < rest.length && rest[next]!.text === '') next++
    rest = rest.slice(next)
  }
  // Only now: what the attributions say about their targets stands in front.
  cursor.nodes.push(...quotes)
}

interface Attribution {
  /** Index of the line with the dashes, and behind its last line. */
  first: number
  next: number
  /** Columns of the dashes and the space behind them; indentation of the further lines. */
  width: number
  indent: number
}

const dashes = /^(?:---?(?!-)|\u2014) *(?=[^ \n])/

/** Finds an attribution: dashes behind a blank line behind text, and nothing but its own lines to the next blank line. */
function findAttribution(lines: Block): Attribution | undefined {
  let seen = false
  for (let i = 0; i < lines.length; i++) {
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

/** The further lines of an attribution must be indented alike. */
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
