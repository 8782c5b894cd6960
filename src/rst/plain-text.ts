/** The text of a node, as docutils' `astext()` gives it. */
import type { ElementNode, RstNode, TextNode } from './tree.ts'

/** Elements whose children are blocks: their texts are set apart by blank lines. */
const inlineOnly = new Set([
  'title',
  'subtitle',
  'rubric',
  'paragraph',
  'literal_block',
  'doctest_block',
  'math_block',
  'line',
  'attribution',
  'term',
  'classifier',
  'field_name',
  'caption',
  'label',
  'emphasis',
  'strong',
  'literal',
  'reference',
  'footnote_reference',
  'citation_reference',
  'substitution_reference',
  'title_reference',
  'abbreviation',
  'acronym',
  'superscript',
  'subscript',
  'math',
  'inline',
  'problematic',
  'generated',
  'target',
  'raw',
  'comment',
])

export function plainText(node: RstNode): string {
  if (node.type === 'text') return (node as TextNode).value
  const element = node as ElementNode
  if (element.type === 'image') return String(element.attributes.alt ?? '')
  const texts = element.children.map(plainText)
  return texts.join(inlineOnly.has(element.type) ? '' : '\n\n')
}
