/** Directives that docutils does not know: those of Sphinx, by their signatures, and those that a project configures.
 *
 * Each becomes an element with its name: the argument and the options are attributes; the content is parsed if it is
 * reStructuredText, and kept as text otherwise.
 */
import { appendAll } from '../../text/index.ts'
import type { Parser } from '../context.ts'
import { isDomain } from '../domains.ts'
import { type Block, dedent, extent, joinLines, type Line } from '../lines.ts'
import type { AttributeValue, ElementNode, RstNode } from '../tree.ts'
import { leadingWhitespace, words } from '../whitespace.ts'
import { type BlockShape, bodyLines, fieldMarker, readBlock } from './block.ts'
import { type DirectiveCall, extentOf, quotedSource } from './directive.ts'
import { glossaryList } from './glossary.ts'
import { contentProblems } from './sphinx-content.ts'
import { mayContainTitles, type SphinxSignature, sphinxSignature } from './sphinx-signatures.ts'

/** A version, followed by its description. */
const versioned = /^(?:deprecated|version-?(?:added|changed|removed)|version-deprecated)$/

/** A directive that the project's configuration names; `undefined` if it does not. Nothing is checked. It may replace a directive of
 * Sphinx.
 */
export function knownDirective(call: DirectiveCall, parser: Parser): RstNode[] | undefined {
  const { directives } = parser.options.known
  if (directives.size === 0) return undefined
  const isKnown = directives.has(call.name) || directives.has(call.name.toLowerCase())
  if (!isKnown) return undefined
  const own = sphinxSignature(call.name.toLowerCase(), parser)
  return [makeElement(call, parser, readLeniently(bodyLines(call)), own?.signature.content === 'rst', call.name.toLowerCase())]
}

/** A directive of Sphinx; `undefined` if Sphinx has none of this name, or docutils' own is the same. */
export function sphinxDirective(call: DirectiveCall, parser: Parser): RstNode[] | undefined {
  if (!parser.options.sphinx) return undefined
  const found = sphinxSignature(call.name.toLowerCase(), parser)
  if (!found) return undefined
  const { name, signature } = found
  const isBody = signature.content === 'rst'
  if (signature.options === 'any') return [makeElement(call, parser, readLeniently(bodyLines(call)), isBody, name)]
  const block = readSphinxBlock(call, signature, parser)
  if (!('problem' in block)) {
    if (signature.needsContent && block.content.length === 0) {
      const missing = `Content block expected for the "${call.name}" directive; none found.`
      return [parser.message(3, missing, call.lines[0]!.number + 1, extentOf(call), [quotedSource(parser, call)])]
    }
    const node = makeElement(call, parser, block, isBody, name)
    if (name === 'default-domain') setDomain(node, parser)
    const at = extentOf(call)
    return [node, ...contentProblems(node, name).map((text) => parser.message(2, text, call.lines[0]!.number + 1, at))]
  }
  const text = `Error in "${call.name}" directive:\n${block.problem}.`
  return [parser.message(3, text, call.lines[0]!.number + 1, extentOf(call), [quotedSource(parser, call)])]
}

/** Sets the domain of names without one. If there is no such domain, such names have none. */
function setDomain({ attributes }: ElementNode, parser: Parser): void {
  const name = String(attributes.argument ?? '')
  parser.aboutDocument.domain = isDomain(name) ? name : null
}

interface SphinxBlock {
  head: Block
  options: Map<string, string>
  content: Block
}

function readSphinxBlock(call: DirectiveCall, signature: SphinxSignature, parser: Parser): SphinxBlock | { problem: string } {
  const { requiredArguments, optionalArguments, finalArgumentWhitespace, options, content } = signature
  const checked = typeof options === 'object' ? options : undefined
  const shape: BlockShape = {
    requiredArguments,
    optionalArguments,
    finalArgumentWhitespace,
    options: checked,
    content: content !== undefined,
  }
  const block = readBlock(bodyLines(call), shape, parser)
  if ('problem' in block) return block
  const written = [...block.optionLines].map(([name, lines]) => [name, joinLines(lines)] as const)
  return { head: block.argumentLines, options: new Map(written), content: block.content }
}

function makeElement(
  call: DirectiveCall,
  parser: Parser,
  { head, options, content }: SphinxBlock,
  isBody: boolean,
  described: string,
): ElementNode {
  const name = call.name.toLowerCase()
  const at = extentOf(call)
  const attributes: Record<string, AttributeValue> = {}
  for (const [option, value] of options) {
    if (option === 'class') attributes.classes = words(value)
    else if (!reserved.has(option)) attributes[option] = value
  }
  const node = parser.element(name, at.start, at.end, attributes)
  node.data = { directive: call.name, options: Object.fromEntries(options), described }
  if (isBody && versioned.test(name)) versionNote(parser, node, head)
  else if (head.length > 0) attributes.argument = joinLines(head)
  if (content.every(({ text }) => text === '')) return node
  if (name === 'glossary' && isBody) node.children = glossaryList(parser, content)
  else if (isBody) node.children = [...node.children, ...parser.parseBlock(content, { titles: mayContainTitles(described) })]
  else {
    const place = extent(content)
    node.children.push(parser.text(joinLines(content), place.start, place.end))
  }
  return node
}

/** Attributes that options may not take. */
const reserved = new Set(['ids', 'names', 'dupnames', 'classes', 'backrefs', 'argument'])

/** Reads `1.2 Text`: the version becomes an attribute, the text a paragraph. */
function versionNote(parser: Parser, node: ElementNode, head: Block): void {
  const [first, ...further] = head
  if (!first) return
  const version = words(first.text)[0] as string
  node.attributes.argument = version
  const width = version.length + leadingWhitespace(first.text.slice(version.length))
  const lines = [dedent(first, width), ...further].filter(({ text }) => text !== '')
  if (lines.length === 0) return
  const place = extent(lines)
  const { nodes, messages } = parser.parseInline(parser.inlineSource(lines))
  node.children.push(parser.element('paragraph', place.start, place.end, {}, nodes))
  appendAll(node.children, messages)
}

/** Splits a block without checks: arguments up to the first option or blank line, then options, then content. */
function readLeniently(body: Block): SphinxBlock {
  let i = 0
  const head: Line[] = []
  while (i < body.length && (body[i]!.text !== '' || i === 0) && !fieldMarker.test(body[i]!.text)) {
    if (body[i]!.text !== '') head.push(body[i]!)
    i++
  }
  const options = new Map<string, string>()
  let name: string | undefined
  for (; i < body.length && body[i]!.text !== ''; i++) {
    const { text } = body[i]!
    const marker = fieldMarker.exec(text)
    if (marker) {
      name = (marker[1] as string).toLowerCase()
      options.set(name, text.slice(marker[0].length))
    } else if (name !== undefined && text.charCodeAt(0) === 32) {
      options.set(name, `${options.get(name)}\n${text.trim()}`.trim())
    } else break
  }
  let end = body.length
  while (end > i && body[end - 1]!.text === '') end--
  while (i < end && body[i]!.text === '') i++
  return { head, options, content: body.slice(i, end) }
}
