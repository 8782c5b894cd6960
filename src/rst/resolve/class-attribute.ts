/** The directive `class` without content: its classes go to the next element, wherever that is. */
import type { Line } from '../lines.ts'
import type { ElementNode, RstNode } from '../tree.ts'
import { lastWithBlankLines } from './place.ts'
import { type Resolution, report } from './report.ts'
import type { Survey } from './survey.ts'

const passedOver = new Set(['comment', 'substitution_definition', 'pending', 'target', 'system_message'])

/** Looks for the elements. `lineAtEnd` is docutils' line for what stands nested. Returns the nodes that leave nothing behind, because an element was found. */
export function resolveClasses(
  resolution: Resolution,
  survey: Survey,
  lines: readonly Line[],
  lineAtEnd: number | undefined,
): Set<RstNode> {
  const found = new Set<RstNode>()
  for (const { node, parent } of survey.pendingClasses) {
    if (hasElementBehind(survey, node)) found.add(node)
    else {
      const { directive = 'class' } = (node.data?.details ?? {}) as { directive?: string }
      const isOuter = parent.type === 'document' || parent.type === 'section'
      const line = isOuter ? lastWithBlankLines(node, lines) : lineAtEnd
      report(resolution, 3, `No suitable element following "${directive}" directive`, line, node)
    }
  }
  return found
}

/** At the end of a section or list item the search goes on behind it. */
function hasElementBehind({ parents }: Survey, pending: ElementNode): boolean {
  let child: ElementNode = pending
  for (let parent = parents.get(child); parent; child = parent, parent = parents.get(child)) {
    const { children } = parent
    for (let index = children.indexOf(child) + 1; index < children.length; index++)
      if (!passedOver.has(children[index]!.type)) return true
  }
  return false
}
