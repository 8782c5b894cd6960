/** The tree of docutils' parser as a page, with the messages at docutils' places. */
import { type DocumentNode, isElement, type RstNode } from '../../../rst/index.ts'
import { type Html, html } from '../../html.ts'
import { draw, type Where } from '../preview/elements.ts'
import type { Tab } from './tab.ts'

export const preview: Tab = {
  name: 'preview',
  title: 'Preview',
  show: (analysis) => pageOf(analysis.tree),
}

export function pageOf(tree: DocumentNode): Html {
  return html`<div class="preview">${drawnAt(tree, { parent: '', depth: 0, isHead: false })}</div>`
}

function drawnAt(node: RstNode, where: Where): Html {
  if (!isElement(node)) return html`${node.value}`
  const below: Where = {
    parent: node.type,
    depth: where.depth + Number(node.type === 'section'),
    isHead: where.isHead || node.type === 'thead',
  }
  return draw(html`${node.children.map((child) => drawnAt(child, below))}`, node, where)
}
