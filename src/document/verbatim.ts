/** What a goal keeps word for word, since no key says it: the report of an import. */
import type { Goal, Path } from '../goal/index.ts'
import type { Place } from '../text/index.ts'
import { placesOf } from './places.ts'
import { goalOf } from './read.ts'
import type { Reading } from './reading.ts'

/** A finding about a document that was read; of the same form as a `Diagnostic` of the linter. */
export interface ReadDiagnostic extends Place {
  ruleId: 'document/verbatim' | 'document/no-title'
  severity: 'info' | 'warning'
  message: string
  path: Path
}

export function verbatimOf(reading: Reading, goal: Goal = goalOf(reading)): ReadDiagnostic[] {
  const place = placesOf(reading)
  const found: ReadDiagnostic[] = []
  const report = (ruleId: ReadDiagnostic['ruleId'], severity: ReadDiagnostic['severity'], path: Path, message: string) => {
    const start = { line: 1, column: 1, endLine: 1, endColumn: 1, offset: 0, endOffset: 0 }
    found.push({ ruleId, severity, message, path, ...(place(path) ?? start) })
  }
  if (goal.title === '')
    report('document/no-title', 'warning', ['title'], 'Missing title; the document must start with a section title')
  for (const [key, value] of Object.entries(goal)) {
    if (key === 'sections' || key === 'layout') continue
    for (const path of verbatimPaths(value, [key]))
      report(
        'document/verbatim',
        'info',
        path,
        `Kept word for word: what \`${named(goal, path)}\` holds here has no key of its own`,
      )
  }
  goal.sections?.forEach(
    ({ title }, index) =>
      void report(
        'document/verbatim',
        'info',
        ['sections', index],
        `Kept word for word: the section \`${title}\` has no key of its own`,
      ),
  )
  return found
}

function verbatimPaths(value: unknown, path: Path): Path[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item, index) => verbatimPaths(item, [...path, index]))
  if ('rst' in value) return [path]
  return Object.entries(value).flatMap(([key, item]) => verbatimPaths(item, [...path, key]))
}

function named(goal: Goal, path: Path): string {
  const team = path[0] === 'teams' && typeof path[1] === 'number' ? goal.teams?.[path[1]] : undefined
  return [team?.name ?? path[0], ...path.slice(team ? 2 : 1)].filter((key) => typeof key === 'string').join(' › ')
}
