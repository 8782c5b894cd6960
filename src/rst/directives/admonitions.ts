/** Admonitions: `note`, `warning` and similar ones, and `admonition`, which has a title. */
import { appendAll } from '../../text/index.ts'
import { makeId } from '../name.ts'
import type { Directive } from './directive.ts'
import { commonOptions } from './options.ts'
import { addName, elementOf, inlineElement, withBody } from './parts.ts'

/** Without a `class` option, the class is made from the title. */
const generic: Directive = {
  names: ['admonition'],
  requiredArguments: 1,
  finalArgumentWhitespace: true,
  options: commonOptions,
  content: 'required',
  run(invocation) {
    const node = elementOf(invocation, 'admonition')
    addName(invocation, node)
    const { node: title, messages } = inlineElement(invocation, 'title', invocation.argumentLines)
    appendAll(node.children, [title, ...messages])
    node.attributes.classes ??= [`admonition-${makeId(invocation.arguments[0] as string)}`]
    appendAll(node.children, invocation.parser.parseBlock(invocation.content))
    return [node]
  },
}

export const admonitions: readonly Directive[] = [
  ...['attention', 'caution', 'danger', 'error', 'hint', 'important', 'note', 'tip', 'warning'].map((type) => withBody(type)),
  generic,
]
