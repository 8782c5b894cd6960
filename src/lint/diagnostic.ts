/** What the linter says: facts with places. */
import { byText, type Edit, type Place } from '../text/index.ts'

/** Severities, the worst first. */
export const severities = ['error', 'warning', 'info'] as const
export type Severity = (typeof severities)[number]

/** How a finding is repaired. A safe fix changes what no author could have meant; an unsafe one wants a look. */
export interface Fix {
  edits: Edit[]
  safe: boolean
  /** What it does, as an order: *Insert a blank line*. */
  title: string
}

/** A second place that belongs to a finding, in the same file where `path` is absent. */
export interface Related extends Place {
  message: string
  path?: string
}

/** What docutils says of the same thing. */
export interface DocutilsMessage {
  /** 1 info, 2 warning, 3 error, 4 severe. */
  level: number
  /** docutils' own line, which need not be the line of the finding; absent where docutils names none. */
  line?: number
  message: string
}

export interface Diagnostic extends Place {
  ruleId: string
  severity: Severity
  /** The fault first, and the remedy after a semicolon where it is not obvious. Values in backticks, no full stop. */
  message: string
  /** Facts for programs, e.g. `data.team`. `actual` and `expected` are what the message says, where they are values. */
  data?: Record<string, unknown>
  related?: Related[]
  fix?: Fix
  /** The page of the rule. */
  url?: string
  docutils?: DocutilsMessage
}

/** From the first place to the last; at one place by rule and message, so that the order never depends on the rules' own. */
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
