/** Numbers footnotes, assigns symbols, and checks whether there are enough for the references. */
import { listOf } from '../names.ts'
import type { ElementNode } from '../tree.ts'
import { type Resolution, report } from './report.ts'
import type { Placed, Survey } from './survey.ts'

/** Numbers the footnotes. Returns the references that no longer need a name. */
export function resolveFootnotes(
  resolution: Resolution,
  survey: Survey,
  names: Map<string, string | undefined>,
): Set<ElementNode> {
  const books = resolution.parser.names
  const resolved = new Set<ElementNode>()
  let unnamed = 0
  let number = 1
  for (const footnote of books.autoFootnotes) {
    while (names.has(String(number))) number++
    const label = String(number++)
    if (listOf(footnote, 'names').length + listOf(footnote, 'dupnames').length === 0) {
      unnamed++
      names.set(label, listOf(footnote, 'ids')[0] ?? '')
    }
    for (const name of listOf(footnote, 'names'))
      for (const reference of books.footnoteRefs.get(name) ?? []) resolved.add(reference)
  }

  if (books.autoFootnoteRefs.length + books.symbolFootnoteRefs.length === 0) return resolved
  const placed = new Map(survey.references.map((reference) => [reference.node, reference]))
  const numbered = books.autoFootnoteRefs.filter((reference) => !resolved.has(reference))
  // A reference to an unknown name uses a number like one without a name.
  for (const reference of numbered.slice(0, unnamed)) resolved.add(reference)
  tooMany(resolution, 'autonumbered', numbered[unnamed], placed, unnamed)
  const symbols = books.symbolFootnotes.length
  tooMany(resolution, 'symbol', books.symbolFootnoteRefs[symbols], placed, symbols)
  return resolved
}

function tooMany(
  resolution: Resolution,
  kind: string,
  first: ElementNode | undefined,
  placed: ReadonlyMap<ElementNode, Placed>,
  available: number,
): void {
  if (!first) return
  // Newer versions count only valid numbered ones.
  const isSingular = resolution.parser.docutils.singularFootnote && kind === 'autonumbered' && available < 2
  const noun = isSingular ? 'footnote' : 'footnotes'
  const text = `Too many ${kind} footnote references: only ${available} corresponding ${noun} available.`
  const place = placed.get(first)
  // A node in a discarded definition has no place and keeps its own line.
  const line = place ? (place.extracted ? undefined : place.line) : first.position.start.line
  report(resolution, 3, text, line, first)
}
