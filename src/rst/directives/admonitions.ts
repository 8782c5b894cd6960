/** Admonitions: `note`, `warning` and their kind, and the generic one with a title. */
import { makeId } from '../name.ts'
import { appendAll } from '../tree.ts'
import { type Directive, type Invocation, missingContent } from './directive.ts'
import { commonOptions } from './options.ts'
import { addName, elementOf, inlineElement } from './parts.ts'

function specific(type: string): Directive {
  return {
    names: [type],
    options: commonOptions,
    content: true,
    run(invocation) {
      const missing = missingContent(invocation)
      if (missing) return missing
      const node = elementOf(invocation, type)
      addName(invocation, node)
      appendAll(node.children, invocation.parser.parseBlock(invocation.content))
      return [node]
    },
  }
}

/** Without a class of its own it takes one from its title. */
function runGeneric(invocation: Invocation) {
  const missing = missingContent(invocation)
  if (missing) return missing
  const node = elementOf(invocation, 'admonition')
  addName(invocation, node)
  const { node: title, messages } = inlineElement(invocation, 'title', invocation.argumentLines)
  appendAll(node.children, [title, ...messages])
  node.attributes.classes ??= [`admonition-${makeId(invocation.arguments[0] as string)}`]
  appendAll(node.children, invocation.parser.parseBlock(invocation.content))
  return [node]
}

const generic: Directive = {
  names: ['admonition'],
  requiredArguments: 1,
  finalArgumentWhitespace: true,
  options: commonOptions,
  content: true,
  run: runGeneric,
}

export const admonitions: readonly Directive[] = [
  ...['attention', 'caution', 'danger', 'error', 'hint', 'important', 'note', 'tip', 'warning'].map(specific),
  generic,
]
