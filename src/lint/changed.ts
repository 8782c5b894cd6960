/** Findings on changed lines only. */
import { type Edit, indexFrom, linesOf, placesIn, surplus } from '../text/index.ts'
import type { Diagnostic } from './diagnostic.ts'

/** Lines, 1-based, both included. */
export interface LineRange {
  start: number
  end: number
}

/** The findings that touch a changed line, directly or by a second place in the same file: a duplicate is reported both at the first and at
 * the new one.
 */
export function changedOnly(diagnostics: readonly Diagnostic[], ranges: readonly LineRange[]): Diagnostic[] {
  const endUpTo = lastEnd(ranges.map(({ start, end }) => ({ offset: start, endOffset: end })))
  const isChanged = (line: number, endLine: number) => line <= endUpTo(endLine)
  return diagnostics.filter(
    ({ line, endLine, related }) =>
      isChanged(line, endLine) || related?.some((place) => !place.path && isChanged(place.line, place.endLine)),
  )
}

/** The last end of the ranges that begin at or before a place. */
function lastEnd(ranges: readonly { offset: number; endOffset: number }[]): (place: number) => number {
  const sorted = [...ranges].sort((a, b) => a.offset - b.offset)
  let last = Number.NEGATIVE_INFINITY
  const ends = sorted.map(({ endOffset }) => {
    last = Math.max(last, endOffset)
    return last
  })
  return (place) => ends[indexFrom(sorted, place + 1) - 1] ?? Number.NEGATIVE_INFINITY
}

/** The findings that a change caused: those on its lines, and new ones elsewhere, e.g. if a line was added above a list. `old` lints the
 * earlier text, if needed.
 */
export function findingsOfChange(
  { source, diagnostics }: { source: string; diagnostics: readonly Diagnostic[] },
  ranges: readonly LineRange[],
  before: string | undefined,
  old: (before: string) => readonly Diagnostic[],
): Diagnostic[] {
  const kept = new Set(changedOnly(diagnostics, ranges))
  if (kept.size === diagnostics.length || before === undefined) return diagnostics.filter((found) => kept.has(found))
  const others = diagnostics.filter((found) => !kept.has(found))
  for (const found of surplus(others, keyIn(source), old(before).map(keyIn(before)))) kept.add(found)
  return diagnostics.filter((found) => kept.has(found))
}

/** The parts of a finding that stay the same when lines move. */
function keyIn(source: string): (found: Diagnostic) => string {
  const lines = source.split(/\r\n|\r|\n/)
  return ({ ruleId, message, line }) => `${ruleId}\0${message}\0${lines[line - 1] ?? ''}`
}

/** What a change did to a text, for fixes that may only touch the change. */
export interface Change {
  ranges: readonly LineRange[]
  /** Returns the findings of the earlier text, and that text; absent if there was none. */
  before?: { source: string; diagnostics: readonly Diagnostic[] }
}

/** The findings whose fixes belong to a change: their edits are on its lines, or the findings are new. */
export function fixableFindingsOfChange(
  { source, diagnostics }: { source: string; diagnostics: readonly Diagnostic[] },
  change: Change,
): Diagnostic[] {
  const { before } = change
  if (!before) return [...diagnostics]
  const endUpTo = lastEnd(change.ranges.map(spanIn(source)))
  const isInside = ({ offset, endOffset }: Edit) => endOffset <= endUpTo(offset)
  const brought = new Set(findingsOfChange({ source, diagnostics }, [], before.source, () => before.diagnostics))
  const known = new Set(before.diagnostics.map(({ ruleId, message }) => `${ruleId}\0${message}`))
  const isNew = (found: Diagnostic) => brought.has(found) && !known.has(`${found.ruleId}\0${found.message}`)
  return diagnostics.filter((found) => found.fix?.edits.every(isInside) || isNew(found))
}

/** A range of lines as offsets, with the newline of the last line. */
function spanIn(source: string): (range: LineRange) => { offset: number; endOffset: number } {
  const lines = linesOf(source)
  const startOf = (index: number) => lines[index]?.offset ?? source.length
  return ({ start, end }) => ({ offset: startOf(Math.max(0, start - 1)), endOffset: startOf(end) })
}

/** The lines of a change after edits, including the lines that the edits added. */
export function movedRanges(source: string, edits: readonly Edit[], ranges: readonly LineRange[]): LineRange[] {
  const placeOf = placesIn(source)
  const count = (text: string) => text.split(/\r\n|\r|\n/).length - 1
  const placed = edits
    .map(({ offset, endOffset, text }) => ({
      offset: placeOf(offset, offset).line,
      added: count(text),
      by: count(text) - count(source.slice(offset, endOffset)),
    }))
    .sort((a, b) => a.offset - b.offset)
  let sum = 0
  const sums = placed.map(({ by }) => {
    sum += by
    return sum
  })
  const moved = (line: number) => line + (sums[indexFrom(placed, line) - 1] ?? 0)
  return [
    ...ranges.map(({ start, end }) => ({ start: moved(start), end: Math.max(moved(start), moved(end)) })),
    ...placed.map(({ offset: line, added }) => ({ start: moved(line), end: moved(line) + added })),
  ]
}
