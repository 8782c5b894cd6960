/** Findings on changed lines only. */
import type { Diagnostic } from './diagnostic.ts'

/** Lines, 1-based, both included. */
export interface LineRange {
  start: number
  end: number
}

/** The findings that touch a changed line, themselves or by a second place in the same file: a duplicate is reported where the first
 * one stands as well as where the new one does. */
export function changedOnly(diagnostics: readonly Diagnostic[], ranges: readonly LineRange[]): Diagnostic[] {
  const isChanged = (line: number, endLine: number) => ranges.some((range) => line <= range.end && endLine >= range.start)
  return diagnostics.filter(
    ({ line, endLine, related }) =>
      isChanged(line, endLine) || related?.some((place) => !place.path && isChanged(place.line, place.endLine)),
  )
}
