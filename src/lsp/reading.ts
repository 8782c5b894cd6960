/** The parts of a document, read once for all capabilities. */
import { type Reading, readDocument, type TeamPart } from '../document/index.ts'
import { type ElementNode, isElement } from '../rst/index.ts'
import type { Look } from './session.ts'

const readings = new WeakMap<Look, Reading>()

export function readingOf(look: Look): Reading {
  const known = readings.get(look)
  if (known) return known
  const { profile, profiles, path } = look.options
  const reading = readDocument(look.source, {
    ...(path === undefined ? {} : { path }),
    ...(profile ? { profile } : {}),
    ...(profiles ? { profiles } : {}),
  })
  readings.set(look, reading)
  return reading
}

/** All elements below one, in document order. */
export function elementsBelow(node: ElementNode): ElementNode[] {
  return node.children.filter(isElement).flatMap((child) => [child, ...elementsBelow(child)])
}

/** The team whose section contains an offset. */
export function teamAt(look: Look, offset: number): TeamPart | undefined {
  const section = readingOf(look).sections.findLast(({ heading }) => heading.end <= offset)
  return section?.teams?.findLast(({ heading }) => heading.end <= offset)
}
