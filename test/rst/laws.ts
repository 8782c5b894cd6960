/** Laws that hold for the tree of every document. */
import { type ElementNode, isElement, type RstNode } from '../../src/rst/index.ts'
import { splitLines } from '../../src/rst/lines.ts'

/** docutils has an error after a section whose title has an overline of less than four characters: it reads the last two lines
 * again, as text. Then these lines are in the tree twice.
 */
function isReadTwice(node: RstNode): boolean {
  if (!isElement(node)) return false
  const adornment =
    node.type === 'section'
      ? (node.data?.adornment as { overline: boolean; underline: { start: number; end: number } } | undefined)
      : undefined
  return (adornment?.overline && adornment.underline.end - adornment.underline.start < 4) || node.children.some(isReadTwice)
}

/** The first broken law of a tree as a sentence, or undefined. */
export function brokenLaw(root: RstNode, source: string): string | undefined {
  if (isReadTwice(root)) return undefined
  const lineStarts = linesOf(source)
  const stack: RstNode[] = [root]
  const parents = new Map<RstNode, ElementNode>()
  while (stack.length > 0) {
    const node = stack.pop()!
    const { start, end } = node.position ?? {}
    if (!start || !end) return `${node.type} has no position`
    if (start.offset > end.offset) return `${node.type} ends at ${end.offset}, before its start at ${start.offset}`
    if (start.offset < 0 || end.offset > source.length) return `${node.type} is outside of the source`
    for (const point of [start, end])
      if ((lineStarts[point.line - 1] ?? Number.NaN) + point.column - 1 !== point.offset)
        return `${node.type}: line ${point.line}, column ${point.column} is not offset ${point.offset}`
    if (!isElement(node)) {
      if (!isMade(node.value, parents.get(node)) && !isFoundAt(node.value, source.slice(start.offset, end.offset)))
        return `the text ${JSON.stringify(node.value)} is not at its place, which holds ${JSON.stringify(source.slice(start.offset, end.offset))}`
      continue
    }
    let before = start.offset
    for (const child of node.children) {
      // A message is where docutils puts it, not at the place that it is about; these two go to the top from anywhere.
      if (child.type === 'system_message' || child.type === 'meta' || child.type === 'decoration') continue
      if (child.position.start.offset < before && !mayOverlap(node, child))
        return `${child.type} in ${node.type} starts at ${child.position.start.offset}, inside of what ends at ${before}`
      if (child.position.end.offset > end.offset)
        return `${child.type} ends at ${child.position.end.offset}, behind its parent ${node.type} at ${end.offset}`
      before = Math.max(before, child.position.end.offset)
      parents.set(child, node)
      stack.push(child)
    }
  }
  return undefined
}

/** The cells of a row are next to each other, so the lines of one cell have those of the others between them, and a row ends with
 * its longest cell. After a grid table without a bottom border docutils reads some lines again.
 */
function mayOverlap(node: ElementNode, child: RstNode): boolean {
  if (child.type === 'entry' || child.type === 'row') return true
  const index = node.children.indexOf(child)
  return node.children.slice(0, index).some((before, i) => {
    const next = node.children[i + 1]
    // Sphinx puts a comment in a glossary with the terms, also one behind the definition.
    if (node.type === 'definition_list_item' && before.type === 'comment') return true
    return before.type === 'table' && next?.type === 'system_message'
  })
}

/** Whether docutils generates the text: of dates, code points and references to numbered documents, of addresses and aliases. */
function isMade(value: string, parent: ElementNode | undefined): boolean {
  if (parent?.type === 'substitution_definition') return true
  // The numbers of lines of code, and the title of a table of contents that has none.
  if (parent?.type === 'inline' && parent.attributes.classes?.toString() === 'ln') return true
  if (parent?.type === 'title' && parent.position.start.offset === parent.position.end.offset) return true
  if (parent?.type !== 'reference') return false
  return /^(?:PEP|RFC) |^mailto:/.test(value) || value === value.toLowerCase()
}

/** A text is at its place if its characters are there in order. White space, escapes, quotes and indentation may be between them.
 */
function isFoundAt(value: string, place: string): boolean {
  if (value === place) return true
  let at = 0
  // By code units: what stands on both sides of white space may be the halves of a character.
  for (const character of value.replace(/\s+/g, '').split('')) {
    // docutils itself marks escapes by a null character, and where it shows a source again, it writes a backslash for each.
    const found = (character === '\\' ? place.replaceAll('\0', '\\') : place).indexOf(character, at)
    if (found < 0) return false
    at = found + character.length
  }
  return true
}

/** The offsets where lines start. docutils splits lines at more characters than editors do. */
function linesOf(source: string): number[] {
  const starts = splitLines(source).map(({ start }) => start)
  starts[0] = 0
  return starts
}
