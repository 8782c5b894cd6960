/** What directives change in the document itself: `meta`, `header`, `footer`, `title`. */
import { appendAll } from '../../text/index.ts'
import type { Parser } from '../context.ts'
import { extent } from '../lines.ts'
import { type ElementNode, isElement, type RstNode } from '../tree.ts'
import type { Invocation } from './directive.ts'

/** Nodes for the top of the document. `offset` is the place of their directive: only nodes before it are there when docutils
 * inserts them.
 */
interface Insertion {
  offset: number
  nodes: RstNode[]
  isMeta: boolean
}

/** What the directives have changed in the document so far. */
export interface DocumentState {
  insertions: Insertion[]
  decoration?: ElementNode
  header?: ElementNode
  footer?: ElementNode
  title?: string
  /** Whether docutils has already reported that the language of the document is unknown. */
  isLanguageReported?: boolean
  /** The domain for names without one: `null` for none, `undefined` if unknown. */
  domain: string | null | undefined
}

/** Sets the title in the document's metadata. */
export function setTitle(parser: Parser, title: string): void {
  parser.aboutDocument.title = title
}

/** Puts nodes at the top of the document. */
export function addMeta({ parser, start }: Invocation, nodes: RstNode[]): void {
  parser.aboutDocument.insertions.push({ offset: start, nodes, isMeta: true })
}

/** Parses the content into the header or footer of the document. */
export function addToDecoration({ parser, start, content }: Invocation, type: 'header' | 'footer'): void {
  const state = parser.aboutDocument
  const at = extent(content)
  if (!state.decoration) {
    state.decoration = parser.element('decoration', at.start, at.end)
    state.insertions.push({ offset: start, nodes: [state.decoration], isMeta: false })
  }
  const { decoration } = state
  let node = state[type]
  if (!node) {
    node = parser.element(type, at.start, at.end)
    state[type] = node
    // The header comes first.
    if (type === 'header') decoration.children.unshift(node)
    else decoration.children.push(node)
  }
  // A header in a block of this one comes before the rest of that block.
  parser.parseBlock(content, { into: node.children })
  for (const element of [node, decoration]) {
    const { start: first, end: last } = element.position
    element.position = parser.position(Math.min(first.offset, at.start), Math.max(last.offset, at.end))
  }
}

/** Elements that stay before the inserted nodes. */
const leading = new Set(['title', 'subtitle', 'rubric', 'meta'])

function isLeading(node: RstNode | undefined): boolean {
  return node !== undefined && isElement(node) && leading.has(node.type)
}

/** Applies these changes in the places where docutils does. Call it once, after everything is parsed. */
export function finishDirectives(parser: Parser, document: ElementNode): void {
  const state = parser.aboutDocument
  if (state.title !== undefined) document.attributes.title = state.title
  if (state.insertions.length === 0) return
  const { children } = document
  let next = 0
  // `top` and `inserted` have their last node first. In the result, `top` comes first, then `front` (nodes that stay before the
  // place of insertion), `inserted`, and the document's own nodes from index `own` on.
  const top: RstNode[] = []
  const front: RstNode[] = []
  const inserted: RstNode[] = []
  let own = 0
  for (const { offset, nodes, isMeta } of state.insertions) {
    while (next < children.length && children[next]!.position.start.offset < offset) next++
    for (;;) {
      if (inserted.length > 0) {
        if (!isLeading(inserted[inserted.length - 1])) break
        front.push(inserted.pop() as RstNode)
      } else if (own < next && isLeading(children[own])) front.push(children[own++] as RstNode)
      else break
    }
    const reversed = nodes.slice().reverse()
    // If there is nothing else, docutils inserts at the start instead of the end.
    if (isMeta && inserted.length === 0 && own === next) {
      if (nodes.every(isLeading)) {
        appendAll(top, reversed)
        continue
      }
      appendAll(inserted, front.splice(0).reverse())
      appendAll(inserted, top.splice(0))
    }
    appendAll(inserted, reversed)
  }
  document.children = [...top.reverse(), ...front, ...inserted.reverse(), ...children.slice(own)]
}
