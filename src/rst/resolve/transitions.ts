/** Transitions: they separate body elements, so something must stand on both sides. */
import type { ElementNode, RstNode } from '../tree.ts'
import type { DocutilsBehaviour } from '../versions.ts'
import { isLevel, type Level } from './front-matter.ts'
import { type Resolution, report } from './report.ts'

/** A level with its place in the level around it. */
interface Standing {
  level: Level
  /** The index among the children of `around`. */
  at: number
  around: Standing | undefined
  /** How many children may come before a transition that still stands at the top. */
  head: number
  /** The index of the first child that only things follow which a transition ignores. */
  tail: number
}

export function checkTransitions(resolution: Resolution, level: Level, at = 0, around?: Standing): void {
  const { docutils } = resolution.parser
  const standing: Standing = { level, at, around, head: headOf(level, docutils), tail: tailOf(level, docutils) }
  let before: ElementNode | undefined
  level.children.forEach((child, index) => {
    const transition = !isLevel(child) && child.type === 'transition' ? (child as ElementNode) : undefined
    if (isLevel(child)) checkTransitions(resolution, child, index, standing)
    const isReported = transition && checkTransition(resolution, standing, transition, index, before)
    // The message about a transition stands behind it, in newer versions before the next one is looked at.
    before = isReported && docutils.transitionWarnings ? undefined : transition
  })
}

/** Whether there is something to say about the start, or about `before`, the transition before it. */
function checkTransition(
  resolution: Resolution,
  standing: Standing,
  transition: ElementNode,
  index: number,
  before: ElementNode | undefined,
): boolean {
  const { docutils } = resolution.parser
  const { line } = transition.position.start
  const say = (older: string, newer: string) =>
    report(resolution, docutils.transitionWarnings ? 2 : 3, docutils.transitionWarnings ? newer : older, line, transition)
  const isFirst = index <= standing.head
  if (isFirst)
    say(
      'Document or section may not begin with a transition.',
      `Transition at the start of the ${isInSection(standing, index) ? 'section' : 'document'}.`,
    )
  else if (before) {
    say(
      'At least one body element must separate transitions; adjacent transitions are not allowed.',
      'At least one body element should separate transitions.',
    )
  }
  if (isAtEnd(standing, index)) say('Document may not end with a transition.', 'Transition at the end of the document.')
  return isFirst || before !== undefined
}

/** Whether a transition ends up in a section: at the end of one that others follow it moves behind the section. */
function isInSection(standing: Standing, index: number): boolean {
  let [inner, at] = [standing, index]
  while (inner.around && at >= lastBody(inner.level)) {
    at = inner.at
    inner = inner.around
  }
  // At the end of the document it stays.
  const place = at < inner.level.children.length - 1 ? inner : standing
  return place.around !== undefined
}

/** What may stand before the first transition, or behind the last one, without making it less so. */
const besides = new Set(['title', 'subtitle', 'meta', 'decoration', 'target', 'substitution_definition', 'pending'])

function isBesides(child: RstNode | Level): boolean {
  return !isLevel(child) && besides.has(child.type)
}

function headOf({ children }: Level, docutils: DocutilsBehaviour): number {
  const head = docutils.transitionBehindMeta ? ['title', 'subtitle', 'meta', 'decoration'] : ['title', 'subtitle']
  const isHead = (child: RstNode | Level, index: number) => {
    if (docutils.transitionWarnings) return isBesides(child)
    if (isLevel(child)) return false
    return docutils.transitionBehindMeta ? head.includes(child.type) : child.type === head[index]
  }
  const length = children.findIndex((child, index) => !isHead(child, index))
  return length < 0 ? children.length : length
}

function tailOf(level: Level, docutils: DocutilsBehaviour): number {
  return docutils.transitionWarnings ? lastBody(level) : level.children.length - 1
}

function lastBody({ children }: Level): number {
  return children.findLastIndex((child) => !isBesides(child))
}

/** Whether nothing follows in the document. A transition at the end of a section that others follow moves behind it. */
function isAtEnd(standing: Standing, index: number): boolean {
  if (index < standing.tail) return false
  for (let inner = standing; inner.around; inner = inner.around) if (inner.at < inner.around.tail) return false
  return true
}
