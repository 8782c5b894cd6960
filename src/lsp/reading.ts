/** The parts of a document, as the capabilities need them. */
import type { TeamPart } from '../document/index.ts'
import { type ElementNode, isElement } from '../rst/index.ts'
import type { OpenFile } from './session.ts'

/** All elements below one, in document order. */
export function elementsBelow(node: ElementNode): ElementNode[] {
  const all: ElementNode[] = []
  const visit = (element: ElementNode) => {
    for (const child of element.children) {
      if (!isElement(child)) continue
      all.push(child)
      visit(child)
    }
  }
  visit(node)
  return all
}

/** The team whose section contains an offset. */
export function teamAt(file: OpenFile, offset: number): TeamPart | undefined {
  const section = file.reading().sections.findLast(({ heading }) => heading.end <= offset)
  return section?.teams?.findLast(({ heading }) => heading.end <= offset)
}
