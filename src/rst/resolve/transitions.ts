/** Transitions: they separate body elements, so an element must precede and follow each of them. */
import type { ElementNode, RstNode } from '../tree.ts'
import type { DocutilsBehaviour } from '../versions.ts'
import { isLevel, type Level } from './front-matter.ts'
import { type Resolution, report } from './report.ts'

/** A level, and its place in the level that contains it. */
interface PlacedLevel {
  level: Level
  /** The index among the children of `outer`. */
  at: number
  outer: PlacedLevel | undefined
  /** A transition at this index or before it is at the start of the level. */
  head: number
  /** A transition at this index or after it is at the end of the level. */
  tail: number
}

export function checkTransitions(resolution: Resolution, level: Level, at = 0, outer?: PlacedLevel): void {
  const { docutils } = resolution.parser
  const placed: PlacedLevel = { level, at, outer, head: headOf(level, docutils), tail: tailOf(level, docutils) }
  let before: ElementNode | undefined
  level.children.forEach((child, index) => {
    const transition = !isLevel(child) && child.type === 'transition' ? (child as ElementNode) : undefined
    if (isLevel(child)) checkTransitions(resolution, child, index, placed)
    const isReported = transition && checkTransition(resolution, placed, transition, index, before)
    // Newer versions insert the message at once, so that it separates this transition from the next one.
    before = isReported && docutils.transitionWarnings ? undefined : transition
  })
}

/** Reports a transition at the start, after another transition (`before`), or at the end. Returns whether it is one of the first
 * two.
 */
function checkTransition(
  resolution: Resolution,
  placed: PlacedLevel,
  transition: ElementNode,
  index: number,
  before: ElementNode | undefined,
): boolean {
  const { docutils } = resolution.parser
  const { line } = transition.position.start
  const warn = (older: string, newer: string) =>
    report(resolution, docutils.transitionsWarned ? 2 : 3, docutils.transitionWarnings ? newer : older, line, transition)
  const isFirst = index <= placed.head
  if (isFirst)
    warn(
      'Document or section may not begin with a transition.',
      `Transition at the start of the ${isInSection(placed, index) ? 'section' : 'document'}.`,
    )
  else if (before) {
    warn(
      'At least one body element must separate transitions; adjacent transitions are not allowed.',
      'At least one body element should separate transitions.',
    )
  }
  if (isAtEnd(placed, index)) warn('Document may not end with a transition.', 'Transition at the end of the document.')
  return isFirst || before !== undefined
}

/** Whether a transition is in a section in the end: docutils moves one from the end of a section to the place after it, except at
 * the end of the document.
 */
function isInSection(placed: PlacedLevel, index: number): boolean {
  let [inner, at] = [placed, index]
  while (inner.outer && at >= lastBody(inner.level)) {
    at = inner.at
    inner = inner.outer
  }
  const place = at < inner.level.children.length - 1 ? inner : placed
  return place.outer !== undefined
}

/** Nodes that do not count when the start or the end of a level is determined. */
const ignored = new Set(['title', 'subtitle', 'meta', 'decoration', 'target', 'substitution_definition', 'pending'])

function isIgnored(child: RstNode | Level): boolean {
  return !isLevel(child) && ignored.has(child.type)
}

function headOf({ children }: Level, docutils: DocutilsBehaviour): number {
  const head = docutils.transitionAfterMeta ? ['title', 'subtitle', 'meta', 'decoration'] : ['title', 'subtitle']
  const isHead = (child: RstNode | Level, index: number) => {
    if (docutils.transitionWarnings) return isIgnored(child)
    if (isLevel(child)) return false
    return docutils.transitionAfterMeta ? head.includes(child.type) : child.type === head[index]
  }
  const length = children.findIndex((child, index) => !isHead(child, index))
  return length < 0 ? children.length : length
}

function tailOf(level: Level, docutils: DocutilsBehaviour): number {
  return docutils.transitionWarnings ? lastBody(level) : level.children.length - 1
}

function lastBody({ children }: Level): number {
  return children.findLastIndex((child) => !isIgnored(child))
}

/** Whether nothing follows in the document: a transition at the end of a section moves to the place after it if other sections
 * follow.
 */
function isAtEnd(placed: PlacedLevel, index: number): boolean {
  if (index < placed.tail) return false
  for (let inner = placed; inner.outer; inner = inner.outer) if (inner.at < inner.outer.tail) return false
  return true
}
