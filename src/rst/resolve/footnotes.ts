/** Numbers footnotes, assigns symbols, and checks whether there are enough for the references. */
import { listOf } from '../names.ts'
import type { ElementNode } from '../tree.ts'
import { type Resolution, report } from './report.ts'
import type { PlacedNode, Survey } from './survey.ts'

/** Numbers the footnotes, and adds the numbers to `names`. Returns the references that no longer need a name. `settled` are those that an
 * indirect target has resolved: they take no number.
 */
export function resolveFootnotes(
  resolution: Resolution,
  survey: Survey,
  names: Map<string, string | undefined>,
  settled: ReadonlySet<ElementNode>,
): Set<ElementNode> {
  const registered = resolution.parser.names
  const resolved = new Set<ElementNode>()
  let unnamed = 0
  let number = 1
  for (const footnote of registered.autoFootnotes) {
    while (names.has(String(number))) number++
    const label = String(number++)
    if (listOf(footnote, 'names').length + listOf(footnote, 'dupnames').length === 0) {
      unnamed++
      names.set(label, listOf(footnote, 'ids')[0] ?? '')
    }
    for (const name of listOf(footnote, 'names'))
      for (const reference of registered.footnoteRefs.get(name) ?? []) resolved.add(reference)
  }

  if (registered.autoFootnoteRefs.length + registered.symbolFootnoteRefs.length === 0) return resolved
  const placed = new Map(survey.references.map((reference) => [reference.node, reference]))
  const numbered = registered.autoFootnoteRefs.filter((reference) => !resolved.has(reference) && !settled.has(reference))
  // A reference to an unknown name uses a number like one without a name.
  for (const reference of numbered.slice(0, unnamed)) resolved.add(reference)
  reportTooMany(resolution, 'autonumbered', numbered[unnamed], placed, unnamed)
  const symbols = registered.symbolFootnotes.length
  reportTooMany(resolution, 'symbol', registered.symbolFootnoteRefs[symbols], placed, symbols)
  return resolved
}

function reportTooMany(
  resolution: Resolution,
  kind: string,
  first: ElementNode | undefined,
  placed: ReadonlyMap<ElementNode, PlacedNode>,
  available: number,
): void {
  if (!first) return
  // Newer versions use the singular, but only for numbered footnotes.
  const isSingular = resolution.parser.docutils.singularFootnote && kind === 'autonumbered' && available < 2
  const noun = isSingular ? 'footnote' : 'footnotes'
  const text = `Too many ${kind} footnote references: only ${available} corresponding ${noun} available.`
  const place = placed.get(first)
  // A node in discarded content has no place; it keeps the line of its text.
  const textLine = Number(first.data?.textLine ?? first.position.start.line)
  const line = place ? place.laterLine : textLine
  report(resolution, 3, text, line, first)
}
