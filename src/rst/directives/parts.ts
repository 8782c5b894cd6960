/** Functions that several directives share: common options, titles, bodies. */
import { appendAll } from '../../text/index.ts'
import { type Block, extent, joinLines } from '../lines.ts'
import { normalizeName } from '../name.ts'
import { addTo, listOf } from '../names.ts'
import { type AttributeValue, type ElementNode, isElement, type RstNode } from '../tree.ts'
import type { Directive, Invocation } from './directive.ts'
import { commonOptions } from './options.ts'

/** The options as attributes of the directive's element. `name` is not one of them: see `addName`. */
export function attributesOf(invocation: Invocation): Record<string, AttributeValue> {
  const attributes: Record<string, AttributeValue> = {}
  for (const [name, value] of invocation.options) {
    if (name !== 'name' && value !== null) attributes[name === 'class' ? 'classes' : name] = value
  }
  return attributes
}

/** The classes alone. In a substitution definition, the options are more: the name is the text for an image. */
export function classesOf({ options }: Invocation): Record<string, AttributeValue> {
  const classes = options.get('class')
  return Array.isArray(classes) ? { classes } : {}
}

/** Makes the directive's element, from its first character to its last. */
export function elementOf(invocation: Invocation, type: string, attributes?: Record<string, AttributeValue>): ElementNode {
  const { parser, start, end } = invocation
  return parser.element(type, start, end, attributes ?? attributesOf(invocation))
}

/** A directive whose content is the body of an element. `attributes` are those of its options. */
export function withBody(type: string, attributes = attributesOf): Directive {
  return {
    names: [type],
    options: commonOptions,
    content: 'required',
    run(invocation) {
      const node = elementOf(invocation, type, attributes(invocation))
      addName(invocation, node)
      appendAll(node.children, invocation.parser.parseBlock(invocation.content))
      return [node]
    },
  }
}

/** Gives an element the name of the `name` option. A message about a duplicate becomes its last child. */
export function addName(invocation: Invocation, node: ElementNode, line?: number): void {
  const name = invocation.options.get('name')
  if (typeof name === 'string') giveName(invocation, node, name, line)
}

export function giveName({ parser, line: directiveLine }: Invocation, node: ElementNode, name: string, line?: number): void {
  addTo(node, 'names', normalizeName(name))
  const holdsMessages = !parser.docutils.duplicateNames || !withoutMessages.has(node.type)
  const own = parser.docutils.elementLine && withLine.has(node.type) ? directiveLine : undefined
  parser.names.noteExplicitTarget(node, holdsMessages ? node.children : [], line ?? own)
}

/** Elements that get the line of their directive in newer versions. */
const withLine = new Set(['figure', 'line_block', 'table', 'rubric', 'topic', 'sidebar', 'container', 'compound'])

/** Elements that get no message about their name in newer versions, because they may not contain body elements. */
const withoutMessages = new Set(['image', 'figure', 'math_block', 'literal_block', 'line_block', 'table', 'rubric'])

/** The nodes of the content, which docutils parses into an element of no type. In newer versions, that gets no messages about names, and may
 * contain topics.
 */
export function looseNodes({ parser, content }: Pick<Invocation, 'parser' | 'content'>): RstNode[] {
  const nodes = parser.parseBlock(content, { within: parser.docutils.topicsAnywhere ? 'untyped' : undefined })
  return parser.docutils.duplicateNames ? nodes.filter((node) => !(isElement(node) && node.data?.aboutName)) : nodes
}

/** Appends the classes of the `class` option. */
export function addClasses(invocation: Invocation, node: ElementNode): void {
  const classes = invocation.options.get('class')
  if (Array.isArray(classes)) appendClasses(node, classes)
}

/** Appends classes to those that an element has. */
export function appendClasses(node: ElementNode, classes: readonly string[]): void {
  if (classes.length > 0) node.attributes.classes = [...listOf(node, 'classes'), ...classes]
}

/** An element from some lines of inline markup, e.g. a title from the argument. */
export function inlineElement(invocation: Invocation, type: string, lines: Block): { node: ElementNode; messages: RstNode[] } {
  const { parser, line } = invocation
  const { nodes, messages } = parser.parseInline(parser.inlineSource(lines, line))
  const at = extent(lines)
  return { node: parser.element(type, at.start, at.end, {}, nodes), messages }
}

/** Some lines as one text. */
export function textOf({ parser }: Invocation, lines: Block): RstNode {
  const at = extent(lines)
  return parser.text(joinLines(lines), at.start, at.end)
}

/** The place of some lines; the end of the directive if there are none. */
export function extentOfLines({ end }: Invocation, lines: Block): { start: number; end: number } {
  return lines.length > 0 ? extent(lines) : { start: end, end }
}
