/** Directives that docutils does not know and their users do: those of Sphinx, and those that a project names.
 *
 * Each becomes an element of its name: the argument and the options are attributes, the content is parsed where it is
 * reStructuredText and kept as text where it is not. Nothing is checked.
 */
import type { Parser } from '../context.ts'
import { type Block, dedent, extent, joinLines, type Line } from '../lines.ts'
import { type AttributeValue, appendAll, type ElementNode, type RstNode } from '../tree.ts'
import { leadingWhitespace, words } from '../whitespace.ts'
import { bodyLines, fieldMarker } from './block.ts'
import { type DirectiveCall, extentOf } from './directive.ts'
import { glossaryList } from './glossary.ts'

/** Their content is reStructuredText; what stands in the first line is an argument. */
const bodies = new Set(
  (
    'only glossary todo hlist acks ifconfig centered rst-class cssclass seealso versionadded versionchanged deprecated versionremoved ' +
    'describe object confval option cmdoption program envvar automodule autoclass autoexception autofunction autodecorator ' +
    'autodata automethod autoattribute autoproperty module function data exception class method attribute decorator classmethod ' +
    'staticmethod property'
  ).split(' '),
)

/** Without an argument: content begins in the first line. */
const withoutArgument = new Set(['seealso', 'todo', 'glossary', 'hlist', 'acks'])

/** A version, and behind it what there is to say about it. */
const versioned = new Set(['versionadded', 'versionchanged', 'deprecated', 'versionremoved'])

/** Their content is something else, or there is none. */
const texts = new Set(
  (
    'toctree code-block sourcecode literalinclude highlight highlightlang index tabularcolumns productionlist sectionauthor ' +
    'codeauthor moduleauthor currentmodule default-domain todolist graphviz digraph graph inheritance-diagram autosummary doctest ' +
    'testcode testoutput testsetup testcleanup'
  ).split(' '),
)

/** Domains that name directives, e.g. `py:function`. */
const domains = /^(?:py|c|cpp|js|rst|std):[a-z][a-z-]*$/

/** Names that docutils has too. Sphinx' own take more, and are never wrong. */
const replaced = new Set(['code-block', 'sourcecode'])

/** What a directive of the project's configuration makes; nothing where it names none like this. */
export function knownDirective(call: DirectiveCall, parser: Parser): RstNode[] | undefined {
  const { directives } = parser.options.known
  if (directives.size === 0) return undefined
  const isKnown = directives.has(call.name) || directives.has(call.name.toLowerCase())
  return isKnown ? [makeElement(call, parser, bodies.has(call.name.toLowerCase()))] : undefined
}

/** What a directive of Sphinx makes; nothing where it has none of the name, or where docutils' own serves as well. */
export function sphinxDirective(call: DirectiveCall, parser: Parser): RstNode[] | undefined {
  if (!parser.options.sphinx) return undefined
  const name = call.name.toLowerCase()
  if (docutilsToo.has(name) && !replaced.has(name)) return undefined
  const isBody = bodies.has(name) || domains.test(name)
  return isBody || texts.has(name) ? [makeElement(call, parser, isBody)] : undefined
}

/** Sphinx has these names for descriptions of code; where docutils has them for something else, docutils' count. */
const docutilsToo = new Set(['class', 'code', 'math', 'figure', 'table', 'image'])

function makeElement(call: DirectiveCall, parser: Parser, isBody: boolean): ElementNode {
  const name = call.name.toLowerCase()
  const at = extentOf(call)
  const { head, options, gap, content } = readLeniently(bodyLines(call))
  const attributes: Record<string, AttributeValue> = {}
  for (const [option, value] of options) {
    if (option === 'class') attributes.classes = words(value)
    else if (!reserved.has(option)) attributes[option] = value
  }
  const node = parser.element(name, at.start, at.end, attributes)
  node.data = { directive: call.name, options: Object.fromEntries(options) }
  let body: Block = content
  if (isBody && withoutArgument.has(name)) body = head.length > 0 ? [...head, ...gap, ...content] : content
  else if (isBody && versioned.has(name)) versionNote(parser, node, head)
  else if (head.length > 0) attributes.argument = joinLines(head)
  if (body.every(({ text }) => text === '')) return node
  if (name === 'glossary' && isBody) node.children = [glossaryList(parser, body)]
  else if (isBody) node.children = [...node.children, ...parser.parseBlock(body, { titles: name === 'only' })]
  else {
    const place = extent(body)
    node.children.push(parser.text(joinLines(body), place.start, place.end))
  }
  return node
}

/** Attributes that options may not take. */
const reserved = new Set(['ids', 'names', 'dupnames', 'classes', 'backrefs', 'argument'])

/** `1.2` is the attribute, the rest of the line a paragraph. */
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

/** Arguments up to the options or a blank line; options as long as there are some; blank lines; content. */
function readLeniently(body: Block): { head: Block; options: Map<string, string>; gap: Block; content: Block } {
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
  const behind = i
  while (i < end && body[i]!.text === '') i++
  return { head, options, gap: body.slice(behind, i), content: body.slice(i, end) }
}
