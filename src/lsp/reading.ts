/** The parts of a document, read once for all capabilities. */
import { type Reading, readDocument, type TeamPart } from '../document/index.ts'
import { type ElementNode, isElement } from '../rst/index.ts'
import type { OpenFile } from './session.ts'

const readings = new WeakMap<OpenFile, Reading>()

export function readingOf(file: OpenFile): Reading {
  const known = readings.get(file)
  if (known) return known
  const reading = readDocument(file.source, file.options)
  readings.set(file, reading)
  return reading
}

/** All elements below one, in document order. */
export function elementsBelow(node: ElementNode): ElementNode[] {
  return node.children.filter(isElement).flatMap((child) => [child, ...elementsBelow(child)])
}

/** The team whose section contains an offset. */
export function teamAt(file: OpenFile, offset: number): TeamPart | undefined {
  const section = readingOf(file).sections.findLast(({ heading }) => heading.end <= offset)
  return section?.teams?.findLast(({ heading }) => heading.end <= offset)
}
