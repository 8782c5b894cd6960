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

/** What a change did: findings on its lines, and those elsewhere that were not there before it, as when a line was put above a list.
 * `old` lints the text as it was, where that is needed. */
export function broughtBy(
  { source, diagnostics }: { source: string; diagnostics: readonly Diagnostic[] },
  ranges: readonly LineRange[],
  before: string | undefined,
  old: (before: string) => readonly Diagnostic[],
): Diagnostic[] {
  const kept = new Set(changedOnly(diagnostics, ranges))
  if (kept.size === diagnostics.length || before === undefined) return diagnostics.filter((found) => kept.has(found))
  const known = new Map<string, number>()
  for (const key of old(before).map(keyIn(before))) known.set(key, (known.get(key) ?? 0) + 1)
  const keyOf = keyIn(source)
  return diagnostics.filter((found) => {
    if (kept.has(found)) return true
    const count = known.get(keyOf(found)) ?? 0
    known.set(keyOf(found), count - 1)
    return count <= 0
  })
}

/** What stays the same of a finding when lines move. */
function keyIn(source: string): (found: Diagnostic) => string {
  const lines = source.split(/\r\n|\r|\n/)
  return ({ ruleId, message, line }) => `${ruleId}\0${message}\0${lines[line - 1] ?? ''}`
}
