/** The data of the report. */
import type { GoalStatus, StatusCounts } from '../report/index.ts'

/** The progress of a goal on a day. */
export interface HistoryPoint {
  /** As YYYY-MM-DD. */
  day: string
  /** The author of the version; absent for uncommitted files. */
  by?: string
  counts: StatusCounts
}

export interface PageGoal {
  status: GoalStatus
  /** Oldest first; one point for each day on which the numbers changed. */
  history: readonly HistoryPoint[]
}

export interface ReportData {
  /** The day of the report, as YYYY-MM-DD. */
  day: string
  /** The commit that is checked out, if there is one. */
  commit?: string
  goals: readonly PageGoal[]
}
