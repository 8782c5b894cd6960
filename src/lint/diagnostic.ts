/** The type of a finding, with its places. */
import { byText, type Edit, type Place } from '../text/index.ts'

/** Severities, the worst first. */
export const severities = ['error', 'warning', 'info'] as const
export type Severity = (typeof severities)[number]

/** How a finding is repaired. A safe fix cannot change what the author meant; an unsafe one must be reviewed. */
export interface Fix {
  edits: Edit[]
  safe: boolean
  /** What it does, as an instruction: *Insert a blank line*. */
  title: string
}

/** A second place of a finding; in the same file if `path` is absent. */
export interface Related extends Place {
  message: string
  path?: string
}

/** docutils' message about the same fault. */
export interface DocutilsMessage {
  /** 1 info, 2 warning, 3 error, 4 severe. */
  level: number
  /** docutils' own line, which may differ from the line of the finding; absent if docutils gives none. */
  line?: number
  message: string
}

export interface Diagnostic extends Place {
  ruleId: string
  severity: Severity
  /** The fault first, and the remedy after a semicolon where it is not obvious. Values in backticks, no full stop. */
  message: string
  /** Data for programs, e.g. `data.team`. `actual` and `expected` contain the values of the message. */
  data?: Record<string, unknown>
  related?: Related[]
  fix?: Fix
  /** The page of the rule. */
  url?: string
  docutils?: DocutilsMessage
}

/** Sorts by start, then end; at the same place by rule and message, so that the order never depends on the order of the rules. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    a.offset - b.offset ||
    a.endOffset - b.endOffset ||
    byText(a.ruleId, b.ruleId) ||
    byText(a.message, b.message) ||
    docutilsLine(a) - docutilsLine(b)
  )
}

function docutilsLine(diagnostic: Diagnostic): number {
  return diagnostic.docutils?.line ?? 0
}
