/** Whether two texts mean the same to the parser. */
import { isElement, parseRst, type RstNode } from '../rst/index.ts'

/** Attributes that say where something stood, not what it is. */
const placed = new Set(['line', 'source', 'backrefs'])

/** Whether two texts are equal but for blank lines, or give the same tree. Texts with markup that the parser objects to are
 *  the same only when the parser objects in the same way. */
export function sameText(a: string, b: string): boolean {
  return a === b || sameNodes(parseRst(a).children, parseRst(b).children)
}

function sameNodes(a: readonly RstNode[], b: readonly RstNode[]): boolean {
  return a.length === b.length && a.every((node, index) => sameNode(node, b[index] as RstNode))
}

function sameNode(a: RstNode, b: RstNode): boolean {
  if (!isElement(a) || !isElement(b)) return !isElement(a) && !isElement(b) && a.value === b.value
  return a.type === b.type && attributesOf(a.attributes) === attributesOf(b.attributes) && sameNodes(a.children, b.children)
}

function attributesOf(attributes: object): string {
  return JSON.stringify(
    Object.entries(attributes)
      .filter(([name, value]) => !placed.has(name) && !(Array.isArray(value) && value.length === 0))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
