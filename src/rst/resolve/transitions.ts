/** Transitions: they separate body elements, so something must stand on both sides. */
import type { ElementNode } from '../tree.ts'
import { isLevel, type Level } from './front-matter.ts'
import { type Resolution, report } from './report.ts'

export function checkTransitions(resolution: Resolution, level: Level): void {
  level.children.forEach((child, index) => {
    if (isLevel(child)) checkTransitions(resolution, child)
    else if (child.type === 'transition') checkTransition(resolution, level, child as ElementNode, index)
  })
}

function checkTransition(resolution: Resolution, level: Level, transition: ElementNode, index: number): void {
  const { line } = transition.position.start
  const before = level.children[index - 1]
  if (isAtTop(level, index)) report(resolution, 3, 'Document or section may not begin with a transition.', line, transition)
  else if (before && !isLevel(before) && before.type === 'transition') {
    const text = 'At least one body element must separate transitions; adjacent transitions are not allowed.'
    report(resolution, 3, text, line, transition)
  }
  if (isAtEnd(level, index)) report(resolution, 3, 'Document may not end with a transition.', line, transition)
}

function isAtTop({ children }: Level, index: number): boolean {
  const typeAt = (at: number) => {
    const child = children[at]
    return child && !isLevel(child) ? child.type : undefined
  }
  return index === 0 || (typeAt(0) === 'title' && (index === 1 || (typeAt(1) === 'subtitle' && index === 2)))
}

/** Whether nothing follows in the document. A transition at the end of a section that others follow moves behind it. */
function isAtEnd(level: Level, index: number): boolean {
  if (index !== level.children.length - 1) return false
  for (let inner = level; inner.parent; inner = inner.parent) if (inner.parent.children.at(-1) !== inner) return false
  return true
}
