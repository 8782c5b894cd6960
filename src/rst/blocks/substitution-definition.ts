/** Substitution definitions: a name between bars, and a directive that gives its content. */
import { parseDirective } from '../directives/index.ts'
import { inlineElements } from '../elements.ts'
import { escapeBackslashes, isEscapeOrWhitespace, resolveEscapes } from '../escapes.ts'
import { simpleNameEnd } from '../inline/simple-name.ts'
import { type Block, dedent, extent, joinLines, type Line, originLine, sliceLine } from '../lines.ts'
import { normalizeWhitespace } from '../name.ts'
import { preserved } from '../preserved.ts'
import { toPseudoXml } from '../pseudo-xml.ts'
import { type ElementNode, isElement, type RstNode } from '../tree.ts'
import { leadingWhitespace } from '../whitespace.ts'
import type { Cursor } from './construct.ts'
import { afterColons } from './directive.ts'
import type { Explicit } from './explicit-markup.ts'
import { indentedBody, trimBottom } from './indented.ts'
import { advanceRootLine } from './root-line.ts'

/** At the first bar:
 *
 *     | .. |Phobos| image:: phobos.png
 *          ^
 */
export function substitutionDefinition(cursor: Cursor, column: number): Explicit | string | undefined {
  const { parser, block, index } = cursor
  const line = block[index]!
  const after = column + 1
  if (line.text[column] !== '|' || after === line.text.length || line.text[after] === ' ') return undefined
  const body = indentedBody(block, index, { firstIndent: after, keepIndent: true })
  const written = readName(body.lines)
  if (!written) {
    cursor.index = body.next - 1
    return 'malformed substitution definition.'
  }
  const { name } = written
  const lines = trimBottom(written.rest)
  const source = block.slice(index, body.next)
  const at = extent(source)
  // The definition's source, as messages quote it.
  const quoted = () => preserved(parser, 'literal_block', joinLines(source), at)
  advanceRootLine(cursor, body.next)
  cursor.index = body.next
  let { blankFinish } = body
  if (lines.length === 0) {
    const text = `Substitution definition "${resolveEscapes(name)}" missing contents.`
    return { nodes: [parser.message(2, text, originLine(line), at, [quoted()])], blankFinish }
  }
  const node = parser.element('substitution_definition', at.start, at.end, { names: [normalizeWhitespace(name)] })
  for (const child of embeddedDirective(cursor, lines, node)) {
    if (child.type === 'text' || inlineElements.has(child.type)) node.children.push(child)
    else cursor.nodes.push(child)
  }
  const illegal = findIllegal(node)
  if (illegal) return { nodes: [illegalContent(cursor, node, illegal, originLine(line), quoted())], blankFinish }
  // If there is no directive, docutils looks only at the next line.
  if (lines[0]!.text !== '' && !startsDirective(lines[0]!) && lines.length > 1) blankFinish = lines[1]!.text === ''
  if (node.children.length === 0) {
    const text = `Substitution definition "${resolveEscapes(name)}" empty or invalid.`
    return { nodes: [parser.message(2, text, originLine(line), at, [quoted()])], blankFinish }
  }
  parser.names.noteSubstitutionDef(node, name, cursor.nodes, originLine(line))
  return { nodes: [node], blankFinish }
}

/** The name up to the closing bar, which may be on a later line, and the following lines. */
function readName(lines: Block): { name: string; rest: Line[] } | undefined {
  const indents = lines.map((line, i) => (i === 0 ? 0 : leadingWhitespace(line.text)))
  const texts = lines.map((line, i) => escapeBackslashes(line.text.slice(indents[i])))
  const joined = texts.join(' ')
  // The line that contains the bar, and where it starts.
  let i = 0
  let lineStart = 0
  for (let bar = joined.indexOf('|', 1); bar >= 0; bar = joined.indexOf('|', bar + 1)) {
    while (bar >= lineStart + texts[i]!.length) lineStart += texts[i++]!.length + 1
    const ends = bar + 1 === joined.length || joined[bar + 1] === ' '
    if (!ends || isEscapeOrWhitespace(joined, bar - 1)) continue
    const line = lines[i]!
    let column = bar + 1 - lineStart + indents[i]!
    while (line.text.charCodeAt(column) === 32) column++
    const first = dedent(line, column)
    const rest = [...(first.text === '' ? [] : [first]), ...lines.slice(i + 1)]
    // docutils does not count the lines of a long name: messages about what follows have a smaller line number.
    const above = i
    const counted = (further: Line) => ({ ...further, number: further.number - above, origin: further.origin ?? further.number })
    return { name: joined.slice(0, bar), rest: above === 0 ? rest : rest.map(counted) }
  }
  return undefined
}

/** The `name::` at the start of a line, and the column after it; -1 if there is none. */
function directiveMarker(line: Line): { indent: number; nameEnd: number; column: number } {
  const indent = leadingWhitespace(line.text)
  const nameEnd = simpleNameEnd(line.text, indent)
  return { indent, nameEnd, column: nameEnd === indent ? -1 : afterColons(line.text, nameEnd) }
}

function startsDirective(line: Line): boolean {
  return directiveMarker(line).column >= 0
}

/** The content that the directive of a definition makes; empty if there is no directive. */
function embeddedDirective(cursor: Cursor, lines: Block, substitution: ElementNode): RstNode[] {
  const first = lines[0]!
  // Text after a blank line is read as body elements, which are not allowed here.
  if (first.text === '') return cursor.parser.parseBlock(lines)
  const { indent, nameEnd, column } = directiveMarker(first)
  if (column < 0) return []
  const block = [sliceLine(first, indent, first.text.length), ...lines.slice(1)]
  const body = indentedBody(block, 0, { firstIndent: column - indent })
  const name = first.text.slice(indent, nameEnd)
  const call = { name, lines: block.slice(0, body.next), column: column - indent, titles: false, substitution }
  return parseDirective(call, cursor.parser)
}

/** The first node that is not allowed in a definition, because a definition may be used several times. */
function findIllegal(node: ElementNode): ElementNode | undefined {
  for (const child of node.children) {
    if (!isElement(child)) continue
    const { ids, anonymous, auto } = child.attributes
    if (Array.isArray(ids) && ids.length > 0) return child
    if (child.type === 'reference' && anonymous) return child
    if (child.type === 'footnote_reference' && auto) return child
    const within = findIllegal(child)
    if (within) return within
  }
  return undefined
}

/** docutils' message about a node that is not allowed in a definition. */
function illegalContent(
  cursor: Cursor,
  definition: ElementNode,
  illegal: ElementNode,
  line: number,
  quoted: ElementNode,
): ElementNode {
  const { parser } = cursor
  const at = { start: quoted.position.start.offset, end: quoted.position.end.offset }
  if (!parser.docutils.substitutionProblems) {
    const shown = preserved(parser, 'literal_block', toPseudoXml(illegal).trimEnd(), at)
    return parser.message(3, `Substitution definition contains illegal element <${illegal.type}>:`, line, at, [shown, quoted])
  }
  if (illegal.type === 'problematic') {
    const paragraph = parser.element('paragraph', at.start, at.end, {}, definition.children)
    const content = parser.element('block_quote', at.start, at.end, {}, [paragraph])
    return parser.message(3, 'Problematic content in substitution definition', line, at, [quoted, content])
  }
  const what = illegal.attributes.anonymous
    ? 'Anonymous references'
    : illegal.attributes.auto
      ? 'References to auto-numbered and auto-symbol footnotes'
      : 'Targets (names and identifiers)'
  return parser.message(3, `${what} are not supported in a substitution definition.`, line, at, [quoted])
}
