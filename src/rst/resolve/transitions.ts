/** Transitions: they separate body elements, so something must stand on both sides. */
import type { ElementNode, RstNode } from '../tree.ts'
import type { DocutilsBehaviour } from '../versions.ts'
import { isLevel, type Level } from './front-matter.ts'
import { type Resolution, report } from './report.ts'

export function checkTransitions(resolution: Resolution, level: Level): void {
  let before: ElementNode | undefined
  level.children.forEach((child, index) => {
    const transition = !isLevel(child) && child.type === 'transition' ? (child as ElementNode) : undefined
    if (isLevel(child)) checkTransitions(resolution, child)
    const isReported = transition && checkTransition(resolution, level, transition, index, before)
    // The message about a transition stands behind it, in newer versions before the next one is looked at.
    before = isReported && resolution.parser.docutils.transitionWarnings ? undefined : transition
  })
}

/** Whether there is something to say about the start, or about `before`, the transition before it. */
function checkTransition(
  resolution: Resolution,
  level: Level,
  transition: ElementNode,
  index: number,
  before: ElementNode | undefined,
): boolean {
  const { docutils } = resolution.parser
  const { line } = transition.position.start
  const place = placeAfterwards(level, index).parent ? 'section' : 'document'
  const say = (older: string, newer: string) =>
    report(resolution, docutils.transitionWarnings ? 2 : 3, docutils.transitionWarnings ? newer : older, line, transition)
  const isFirst = isAtTop(level, index, docutils)
  if (isFirst) say('Document or section may not begin with a transition.', `Transition at the start of the ${place}.`)
  else if (before) {
    say(
      'At least one body element must separate transitions; adjacent transitions are not allowed.',
      'At least one body element should separate transitions.',
    )
  }
  if (isAtEnd(level, index, docutils)) say('Document may not end with a transition.', 'Transition at the end of the document.')
  return isFirst || before !== undefined
}

/** The level that a transition ends up in: at the end of a section that others follow it moves behind the section. */
function placeAfterwards(level: Level, index: number): Level {
  let [inner, at] = [level, index]
  while (inner.parent && inner.children.slice(at + 1).every(isBesides)) {
    at = inner.parent.children.indexOf(inner)
    inner = inner.parent
  }
  // At the end of the document it stays.
  return at < inner.children.length - 1 ? inner : level
}

/** What may stand before the first transition, or behind the last one, without making it less so. */
const besides = new Set(['title', 'subtitle', 'meta', 'decoration', 'target', 'substitution_definition', 'pending'])

function isBesides(child: RstNode | Level): boolean {
  return !isLevel(child) && besides.has(child.type)
}

function isAtTop({ children }: Level, index: number, docutils: DocutilsBehaviour): boolean {
  if (docutils.transitionWarnings) return children.slice(0, index).every(isBesides)
  const head = docutils.transitionBehindMeta ? ['title', 'subtitle', 'meta', 'decoration'] : ['title', 'subtitle']
  const types = children.slice(0, index).map((child) => (isLevel(child) ? 'section' : child.type))
  return docutils.transitionBehindMeta ? types.every((type) => head.includes(type)) : types.every((type, i) => type === head[i])
}

/** Whether nothing follows in the document. A transition at the end of a section that others follow moves behind it. */
function isAtEnd(level: Level, index: number, docutils: DocutilsBehaviour): boolean {
  const isLast = (children: Level['children'], at: number) =>
    docutils.transitionWarnings ? children.slice(at + 1).every(isBesides) : at === children.length - 1
  if (!isLast(level.children, index)) return false
  for (let inner = level; inner.parent; inner = inner.parent)
    if (!isLast(inner.parent.children, inner.parent.children.indexOf(inner))) return false
  return true
}
