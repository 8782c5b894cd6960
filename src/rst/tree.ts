/** The tree: unist nodes with docutils' names.
 *
 * Every node carries an exact `position`. An element has `children`; only `text` has a `value`.
 */

/** A place in the source. `line` and `column` are 1-based, `offset` is 0-based; all count UTF-16 code units of the source as given. */
export interface Point {
  line: number
  column: number
  offset: number
}

/** Nodes in the same place may share a position or a point: replace it instead of changing it. */
export interface Position {
  start: Point
  end: Point
}

/** Attribute values as docutils has them: `ids`, `names`, `classes` and `backrefs` are lists. */
export type AttributeValue = string | number | boolean | readonly string[] | readonly number[]

/** A run of text, with escapes already resolved. */
export interface TextNode {
  type: 'text'
  value: string
  position: Position
}

/** Everything that is not text. `type` is the element's name in the docutils document tree, e.g. `bullet_list`. */
export interface ElementNode {
  type: string
  attributes: Record<string, AttributeValue>
  children: RstNode[]
  position: Position
  /** The source text of inline constructs, as docutils' `rawsource`. */
  raw?: string
  /** Facts for readers of the tree that docutils does not print, e.g. a title's adornment or an enumerator. */
  data?: Record<string, unknown>
}

/** The root of a parsed document. */
export interface DocumentNode extends ElementNode {
  type: 'document'
}

export type RstNode = ElementNode | TextNode

export function isElement(node: RstNode): node is ElementNode {
  return node.type !== 'text'
}

/** The text of a node and of everything inside it. */
export function innerText(node: RstNode): string {
  return isElement(node) ? node.children.map(innerText).join('') : node.value
}

/** Moves the end of a node. */
export function endAt(node: RstNode, end: Point): void {
  node.position = { start: node.position.start, end }
}

/** A copy of a short list, which takes less memory: a list that grew has reserved space for seventeen nodes. */
export function withoutSlack(nodes: RstNode[]): RstNode[] {
  return nodes.length < 12 ? nodes.slice() : nodes
}
