/** Finds what a goal keeps verbatim because no key fits: for the report of an import. */
import type { Goal, Path } from '../goal/index.ts'
import { isRecord, type Place, valuesIn, whyTooLarge } from '../text/index.ts'
import { placesOf } from './places.ts'
import { goalOf } from './read.ts'
import type { Reading } from './reading.ts'

/** A finding about a document that was read, in the shape of the linter's `Diagnostic`. */
export interface ReadDiagnostic extends Place {
  ruleId: 'document/verbatim' | 'document/no-title' | 'document/too-large'
  severity: 'info' | 'warning'
  message: string
  path: Path
}

export function verbatimOf(reading: Reading, goal: Goal = goalOf(reading), place = placesOf(reading)): ReadDiagnostic[] {
  const found: ReadDiagnostic[] = []
  const report = (ruleId: ReadDiagnostic['ruleId'], severity: ReadDiagnostic['severity'], path: Path, message: string) => {
    const start = { line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, endOffset: 0 }
    found.push({ ruleId, severity, message, path, ...(place(path) ?? start) })
  }
  const excess = whyTooLarge(reading.source)
  if (excess) report('document/too-large', 'warning', ['summary'], `Kept as it is, as the summary: ${excess}`)
  else if (goal.title === '')
    report('document/no-title', 'warning', ['title'], 'Missing title; the document must start with a section title')
  for (const [key, value] of Object.entries(goal)) {
    if (key === 'sections' || key === 'layout') continue
    for (const { value: part, path } of valuesIn(value, [key])) {
      if (!isRecord(part) || !('rst' in part)) continue
      const message = `Kept as it is: this text of \`${named(goal, path)}\` fits no key of the model`
      report('document/verbatim', 'info', path, message)
    }
  }
  for (const [index, { title }] of (goal.sections ?? []).entries()) {
    const message = `Kept as it is: the section \`${title}\` fits no key of the model`
    report('document/verbatim', 'info', ['sections', index], message)
  }
  return found
}

function named(goal: Goal, path: Path): string {
  const team = path[0] === 'teams' && typeof path[1] === 'number' ? goal.teams?.[path[1]] : undefined
  return [team?.name ?? path[0], ...path.slice(team ? 2 : 1)].filter((key) => typeof key === 'string').join(' › ')
}
