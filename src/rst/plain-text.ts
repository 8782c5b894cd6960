/** The text of a node, as docutils' `astext()` gives it. */
import { inlineElements } from './elements.ts'
import type { ElementNode, RstNode, TextNode } from './tree.ts'

/** Elements that contain a run of text. Other elements contain blocks, whose texts are separated by blank lines. */
const inlineOnly = new Set([
  ...inlineElements,
  ...(
    'attribution caption classifier comment doctest_block field_name label line literal_block math_block paragraph rubric ' +
    'substitution_definition subtitle term title'
  ).split(' '),
])

export function plainText(node: RstNode): string {
  if (node.type === 'text') return (node as TextNode).value
  const element = node as ElementNode
  if (element.type === 'image') return String(element.attributes.alt ?? '')
  if (element.children.length === 1) return plainText(element.children[0]!)
  const texts = element.children.map(plainText)
  return texts.join(inlineOnly.has(element.type) ? '' : '\n\n')
}
