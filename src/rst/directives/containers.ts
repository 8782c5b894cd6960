/** Directives that put their content into another element: `topic`, `sidebar`, `rubric`, `epigraph` and similar, `compound`,
 * `container`, `class`.
 */
import { appendAll } from '../../text/index.ts'
import { blockQuotes } from '../blocks/block-quote.ts'
import { isElement, type RstNode } from '../tree.ts'
import { type Directive, fail, type Invocation, missingContent } from './directive.ts'
import { classNames, commonOptions, unchanged, unchangedRequired } from './options.ts'
import { addClasses, addName, appendClasses, classesOf, elementOf, inlineElement, looseNodes, withBody } from './parts.ts'
import { pendingNode } from './pending.ts'

/** The error for a topic or similar where no section title is allowed. */
export function misplacedError(invocation: Invocation): RstNode[] | undefined {
  const { call, name } = invocation
  if (call.titles || call.within !== undefined) return undefined
  return fail(invocation, 3, `The "${name}" directive may not be used within topics or body elements.`)
}

function pseudoSection(invocation: Invocation, type: 'topic' | 'sidebar'): RstNode[] {
  const wrong = misplacedError(invocation) ?? missingContent(invocation)
  if (wrong) return wrong
  const { parser, argumentLines, optionLines, content } = invocation
  const titles: RstNode[] = []
  const messages: RstNode[] = []
  if (invocation.arguments.length > 0) {
    const title = inlineElement(invocation, 'title', argumentLines)
    titles.push(title.node)
    appendAll(messages, title.messages)
    const subtitleLines = optionLines.get('subtitle')
    if (subtitleLines) {
      const subtitle = inlineElement(invocation, 'subtitle', subtitleLines)
      titles.push(subtitle.node)
      appendAll(messages, subtitle.messages)
    }
  }
  const node = elementOf(invocation, type, {})
  appendAll(node.children, [...titles, ...messages])
  addClasses(invocation, node)
  addName(invocation, node)
  const within = type === 'sidebar' ? type : undefined
  appendAll(node.children, parser.parseBlock(content, { within }))
  return [node]
}

export const topic: Directive = {
  names: ['topic'],
  requiredArguments: 1,
  finalArgumentWhitespace: true,
  options: commonOptions,
  content: true,
  run: (invocation) => pseudoSection(invocation, 'topic'),
}

export const sidebar: Directive = {
  names: ['sidebar'],
  optionalArguments: 1,
  finalArgumentWhitespace: true,
  options: { ...commonOptions, subtitle: unchangedRequired },
  content: true,
  run(invocation) {
    const { call, name, options } = invocation
    if (call.within === 'sidebar') {
      return fail(invocation, 3, `The "${name}" directive may not be used within a sidebar element.`)
    }
    if (options.has('subtitle') && invocation.arguments.length === 0) {
      return fail(invocation, 3, 'The "subtitle" option may not be used without a title.')
    }
    return pseudoSection(invocation, 'sidebar')
  },
}

export const rubric: Directive = {
  names: ['rubric'],
  requiredArguments: 1,
  finalArgumentWhitespace: true,
  options: commonOptions,
  run(invocation) {
    const { node: title, messages } = inlineElement(invocation, 'rubric', invocation.argumentLines)
    const node = elementOf(invocation, 'rubric')
    node.children = title.children
    if (invocation.optionLines.size > 0) node.data = { hasOptions: true }
    addName(invocation, node)
    return [node, ...messages]
  },
}

function quote(type: string): Directive {
  return {
    names: [type],
    content: 'required',
    run(invocation) {
      const { parser, content } = invocation
      const nodes: RstNode[] = []
      blockQuotes({ parser, block: content, index: 0, nodes }, content)
      for (const node of nodes) if (isElement(node) && node.type === 'block_quote') appendClasses(node, [type])
      return nodes
    },
  }
}

export const quotes = ['epigraph', 'highlights', 'pull-quote'].map(quote)

export const compound = withBody('compound', classesOf)

export const container: Directive = {
  names: ['container'],
  optionalArguments: 1,
  finalArgumentWhitespace: true,
  options: { name: unchanged },
  content: 'required',
  run(invocation) {
    const [argument] = invocation.arguments
    const classes = argument === undefined ? { value: [] } : classNames(argument)
    if ('problem' in classes) return invalidClass(invocation)
    const node = elementOf(invocation, 'container', classes.value.length > 0 ? { classes: classes.value } : {})
    addName(invocation, node)
    appendAll(node.children, invocation.parser.parseBlock(invocation.content))
    return [node]
  },
}

function invalidClass(invocation: Invocation): RstNode[] {
  const { name } = invocation
  return fail(invocation, 3, `Invalid class attribute value for "${name}" directive: "${invocation.arguments[0]}".`)
}

/** Sets the classes of its content; without content, those of the next element, which a transform finds. */
export const classDirective: Directive = {
  names: ['class', 'rst-class'],
  since: { 'rst-class': 'classAlias' },
  requiredArguments: 1,
  finalArgumentWhitespace: true,
  content: true,
  run(invocation) {
    const classes = classNames(invocation.arguments[0] as string)
    if ('problem' in classes) return invalidClass(invocation)
    if (invocation.content.length === 0) {
      const details = { class: classes.value, directive: invocation.name }
      return [pendingNode(invocation, 'misc.ClassAttribute', Object.entries(details))]
    }
    const nodes = looseNodes(invocation)
    for (const node of nodes) if (isElement(node)) appendClasses(node, classes.value)
    return nodes
  },
}
