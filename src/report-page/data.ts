/** What the report is made from. */
import type { GoalStatus, StatusCounts } from '../report/index.ts'

/** How far the teams of a goal had come on a day. */
export interface HistoryPoint {
  /** As YYYY-MM-DD. */
  day: string
  /** Who wrote the version; absent for the files as they are now. */
  by?: string
  counts: StatusCounts
}

export interface PageGoal {
  status: GoalStatus
  /** Oldest first; a point for each day on which the numbers changed. */
  history: readonly HistoryPoint[]
}

export interface ReportData {
  /** The day that the page shows, as YYYY-MM-DD. */
  day: string
  /** The commit that was checked out, where there is one. */
  commit?: string
  goals: readonly PageGoal[]
}
