/** The `meta` directive: a field list about the document, which goes to its top. */
import { escapeBackslashes, resolveEscapes } from '../escapes.ts'
import { type Block, commonIndent, dedent, extent, type Line } from '../lines.ts'
import { preserved } from '../preserved.ts'
import type { ElementNode, RstNode } from '../tree.ts'
import { trim, words } from '../whitespace.ts'
import { fieldMarker } from './block.ts'
import { type Directive, failure, type Invocation } from './directive.ts'
import { addMeta } from './document.ts'

export const meta: Directive = {
  names: ['meta'],
  content: 'required',
  run(invocation) {
    const { content } = invocation
    const nodes: RstNode[] = []
    let i = 0
    while (i < content.length) {
      const { text } = content[i] as Line
      if (text === '') i++
      else {
        const marker = fieldMarker.exec(text)
        if (!marker) break
        let end = i + 1
        while (end < content.length && /^(?: |$)/.test(content[end]!.text)) end++
        nodes.push(metaNode(invocation, content.slice(i, end), marker[1] as string, marker[0].length))
        i = end
      }
    }
    if (i < content.length) nodes.push(failure(invocation, 3, 'Invalid meta directive.'))
    addMeta(invocation, nodes)
    return []
  },
}

/** A field of the list; `column` is where its body starts. Messages quote the last line of the field. */
function metaNode({ parser }: Invocation, lines: Block, marker: string, column: number): ElementNode {
  const at = extent(lines)
  const last = lines[lines.length - 1] as Line
  const name = resolveEscapes(escapeBackslashes(marker))
  const message = (level: 1 | 3, text: string) => {
    const literal = preserved(parser, 'literal_block', last.text, at)
    if (last.text === '') literal.children = []
    return parser.message(level, text, parser.rootLine, at, [literal])
  }
  const body = bodyOf(lines, column)
  if (body.length === 0) return message(1, `No content for meta tag "${name}".`)
  const node = parser.element('meta', at.start, at.end, { content: resolveEscapes(escapeBackslashes(body.join(' '))) })
  const [first = '', ...rest] = words(name)
  const pair = readPair(first)
  if ('problem' in pair) node.attributes.name = first
  else node.attributes[pair.name] = pair.value
  for (const token of rest) {
    const attribute = readPair(token)
    if ('problem' in attribute) return message(3, `Error parsing meta tag attribute "${token}": ${attribute.problem}.`)
    node.attributes[attribute.name] = attribute.value
  }
  return node
}

/** The text lines of a field's body, without blank lines at the start. */
function bodyOf(lines: Block, column: number): string[] {
  const indent = commonIndent(lines.slice(1))
  const body = lines.map((line, i) => dedent(line, i === 0 ? column : indent).text)
  const first = body.findIndex((text) => text !== '')
  return first < 0 ? [] : body.slice(first)
}

/** Reads `name=value`, where the value may be quoted. */
function readPair(token: string): { name: string; value: string } | { problem: string } {
  const equals = token.indexOf('=')
  if (equals < 0) return { problem: 'missing "="' }
  const name = trim(token.slice(0, equals)).toLowerCase()
  if (name === '') return { problem: 'missing attribute name before "="' }
  const value = token.slice(equals + 1)
  if (value === '') return { problem: `missing value after "${token.slice(0, equals)}="` }
  const quote = value[0] as string
  if (quote !== '"' && quote !== "'") return { name, value }
  const end = value.indexOf(quote, 1)
  if (end < 0) return { problem: `attribute "${token.slice(0, equals)}" missing end quote (${quote})` }
  if (end < value.length - 1)
    return { problem: `attribute "${token.slice(0, equals)}" end quote (${quote}) not followed by whitespace` }
  return { name, value: value.slice(1, end) }
}
