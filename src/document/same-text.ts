/** Compares the meaning of two texts: for the parser, or for a reader. */
import { isElement, parseRst, type RstNode } from '../rst/index.ts'
import { isHarmless } from './plain.ts'

/** Attributes for the place of a node. */
const placeAttributes = new Set(['line', 'source', 'backrefs'])

/** Attributes for the notation of a link: `__` and `_` have the same target. */
const notationAttributes = new Set([...placeAttributes, 'anonymous', 'name', 'names', 'ids'])

/** Whether two texts differ only in blank lines, or give the same tree. Texts with errors are the same only if the errors are the same. */
export function isSameText(a: string, b: string): boolean {
  return a === b || sameNodes(parseRst(a).children, parseRst(b).children, placeAttributes)
}

/** Whether two texts are the same for a reader: like `isSameText`, but links may be named or not. */
export function isSameToReaders(a: string, b: string): boolean {
  if (a === b) return true
  if (isHarmless(a) && isHarmless(b)) return a.trimEnd() === b.trimEnd()
  return sameNodes(parseRst(a).children, parseRst(b).children, notationAttributes)
}

function sameNodes(a: readonly RstNode[], b: readonly RstNode[], ignored: ReadonlySet<string>): boolean {
  const [left, right] = ignored === notationAttributes ? [withoutNames(a), withoutNames(b)] : [a, b]
  return left.length === right.length && left.every((node, index) => sameNode(node, right[index] as RstNode, ignored))
}

/** The nodes without the targets that embedded links create. */
function withoutNames(nodes: readonly RstNode[]): readonly RstNode[] {
  return nodes.filter((node, index) => {
    const before = nodes[index - 1]
    return !(isElement(node) && node.type === 'target' && before && isElement(before) && before.type === 'reference')
  })
}

function sameNode(a: RstNode, b: RstNode, ignored: ReadonlySet<string>): boolean {
  if (!isElement(a) || !isElement(b)) return !isElement(a) && !isElement(b) && a.value === b.value
  return (
    a.type === b.type &&
    attributesOf(a.attributes, ignored) === attributesOf(b.attributes, ignored) &&
    sameNodes(a.children, b.children, ignored)
  )
}

function attributesOf(attributes: object, ignored: ReadonlySet<string>): string {
  return JSON.stringify(
    Object.entries(attributes)
      .filter(([name, value]) => !ignored.has(name) && !(Array.isArray(value) && value.length === 0))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
