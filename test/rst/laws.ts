/** What holds for every tree, whatever the document. */
import { isElement, type RstNode } from '../../src/rst/index.ts'

/** The first broken law of a tree as a sentence, or undefined. */
export function brokenLaw(root: RstNode, source: string): string | undefined {
  const lineStarts = linesOf(source)
  const stack: RstNode[] = [root]
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
      if (!isFoundAt(node.value, source.slice(start.offset, end.offset)))
        return `the text ${JSON.stringify(node.value)} is not at its place, which holds ${JSON.stringify(source.slice(start.offset, end.offset))}`
      continue
    }
    let before = start.offset
    for (const child of node.children) {
      // A message is about a place, and stands where docutils puts it.
      if (child.type === 'system_message') continue
      if (child.position.start.offset < before)
        return `${child.type} in ${node.type} starts at ${child.position.start.offset}, inside of what ends at ${before}`
      if (child.position.end.offset > end.offset)
        return `${child.type} ends at ${child.position.end.offset}, behind its parent ${node.type} at ${end.offset}`
      before = child.position.end.offset
      stack.push(child)
    }
  }
  return undefined
}

/** A text is at its place when its characters stand there in order; what may stand between them is white space and what
 *  escapes, quotes or indents. */
function isFoundAt(value: string, place: string): boolean {
  if (value === place) return true
  let at = 0
  for (const character of value.replace(/\s+/g, '')) {
    const found = place.indexOf(character, at)
    if (found < 0) return false
    at = found + character.length
  }
  return true
}

function linesOf(source: string): number[] {
  const starts = [0]
  for (const match of source.matchAll(/\r\n|[\n\r]/g)) starts.push(match.index + match[0].length)
  return starts
}
