/** Hyperlink targets: internal, external, indirect, anonymous. */
import { escapeBackslashes, isEscapeOrWhitespace, removeWhitespace, resolveEscapes } from '../escapes.ts'
import { simpleNameEnd } from '../inline/simple-name.ts'
import { isEmailAddress } from '../inline/uri.ts'
import { type Block, extent, offsetAt } from '../lines.ts'
import { normalizeName } from '../name.ts'
import type { ElementNode } from '../tree.ts'
import { trim } from '../whitespace.ts'
import type { Cursor } from './construct.ts'
import type { Explicit } from './explicit-markup.ts'
import { indentedBody } from './indented.ts'

/** At what may be a target's name:
 *
 *     | .. _Tharsis Observatory: https://mars.example
 *          ^
 */
export function target(cursor: Cursor, column: number): Explicit | string | undefined {
  const { block, index } = cursor
  const line = block[index]!
  const after = column + 1
  if (line.text[column] !== '_' || after === line.text.length || line.text[after] === ' ') return undefined
  const body = indentedBody(block, index, { firstIndent: after, untilBlank: true, keepIndent: true })
  const written = readName(body.lines)
  if (!written) {
    cursor.index = body.next - 1
    return 'malformed hyperlink target.'
  }
  const { name, rest } = written
  const node = makeTarget(cursor, body.lines, rest, name)
  cursor.index = body.next
  return { nodes: [node], blankFinish: body.blankFinish }
}

/** At the `__` of an anonymous target. */
export function anonymous(cursor: Cursor): Explicit {
  const { block, index } = cursor
  const { text } = block[index]!
  let after = 2
  while (text.charCodeAt(after) === 32) after++
  const body = indentedBody(block, index, { firstIndent: after, untilBlank: true })
  const node = makeTarget(
    cursor,
    body.lines,
    body.lines.map((line) => escapeBackslashes(line.text)),
    '',
  )
  cursor.index = body.next
  return { nodes: [node], blankFinish: body.blankFinish }
}

/** A target's name, which may continue on other lines, and the text after its colon. The name of an anonymous target is ''. */
function readName(lines: Block): { name: string; rest: string[] } | undefined {
  const texts = lines.map((line) => escapeBackslashes(line.text))
  const first = texts[0] as string
  const isAnonymous = first[0] === '_'
  const quoted = !isAnonymous && first[0] === '`'
  const opening = quoted ? 1 : 0
  if (quoted && (first.length < 2 || first[1] === '`' || first[1] === ' ')) return undefined
  const joined = texts.join('')
  // The line that contains the colon, and where it ends.
  let line = 0
  let lineEnd = first.length
  for (let colon = joined.indexOf(':'); colon >= 0; colon = joined.indexOf(':', colon + 1)) {
    while (colon >= lineEnd) lineEnd += (texts[++line] as string).length
    if (colon + 1 < lineEnd && joined[colon + 1] !== ' ') continue
    const nameEnd = endOfName(joined, colon, isAnonymous, quoted)
    if (nameEnd < 0) continue
    const rest = [trim(joined.slice(colon + 1, lineEnd)), ...texts.slice(line + 1)]
    return { name: isAnonymous ? '' : joined.slice(opening, nameEnd), rest }
  }
  return undefined
}

/** The end of the name before the colon at `colon`; -1 if that colon does not end a name. One space may precede the colon. */
function endOfName(text: string, colon: number, isAnonymous: boolean, quoted: boolean): number {
  for (const end of text[colon - 1] === ' ' ? [colon - 1, colon] : [colon]) {
    if (isAnonymous) {
      if (end === 1) return end
      continue
    }
    if (quoted) {
      if (text[end - 1] === '`' && end > 2 && !isEscapeOrWhitespace(text, end - 2)) return end - 1
      continue
    }
    if (end < 1 || isEscapeOrWhitespace(text, end - 1)) continue
    // A name does not end with a colon, unless that is escaped.
    if (text[end - 1] === ':' && text.charCodeAt(end - 2) !== 0) continue
    return end
  }
  return -1
}

/** Makes a target from the text after its name (escaped, by line), and registers its name. */
function makeTarget(cursor: Cursor, lines: Block, rest: string[], escapedName: string): ElementNode {
  const { parser, block, index } = cursor
  const line = block[index]!
  const start = offsetAt(line, 0)
  const end = Math.max(extent([line]).end, lines.length > 0 ? extent(lines).end : 0)
  const node = parser.element('target', start, end)
  const reference = indirectReference(rest)
  const name = normalizeName(resolveEscapes(escapedName))
  const uri = reference === undefined ? resolveEscapes(removeWhitespace(rest.join(' '))) : ''
  const isAnonymous = escapedName === ''
  if (reference !== undefined) node.attributes.refname = normalizeName(reference)
  else if (uri !== '') node.attributes.refuri = isEmailAddress(uri) && !isAnonymous ? `mailto:${uri}` : uri
  // docutils counts lines differently in the cells of tables.
  if (line.origin !== undefined) node.data = { docutilsLine: line.number + 1 }
  const { names } = parser
  if (isAnonymous) {
    node.attributes.anonymous = 1
    names.setId(node)
  } else {
    node.attributes.names = [name]
    names.noteExplicitTarget(node, cursor.nodes, line.number + 1)
  }
  if (reference !== undefined) names.indirectTargets.push(node)
  return node
}

/** The name of another target, if there is nothing else: `` `Olympus Mons`_ ``. */
function indirectReference(rest: string[]): string | undefined {
  const text = trim(rest.map(trim).join(' '))
  if (!text.endsWith('_')) return undefined
  if (text[0] === '`') {
    const inner = text.slice(1, -2)
    if (!text.endsWith('`_') || inner === '' || inner[0] === ' ' || isEscapeOrWhitespace(inner, inner.length - 1))
      return undefined
    return resolveEscapes(inner)
  }
  return text.length > 1 && simpleNameEnd(text, 0) === text.length - 1 ? text.slice(0, -1) : undefined
}
