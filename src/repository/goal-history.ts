/** The progress of a goal over time, from the answers in its published versions. */
import { isDeepStrictEqual } from 'node:util'
import type { HistoryPoint } from '../report-page/index.ts'
import type { PastAnswers } from './past-answers.ts'
import { countsOfTeams } from './statuses.ts'

/** The number of teams by status over time, oldest first: a point for each day on which the numbers changed, with the numbers at
 * the end of the day. `now` is added if it differs.
 */
export function goalHistory(past: readonly PastAnswers[], now: HistoryPoint): HistoryPoint[] {
  const points: HistoryPoint[] = []
  const days = past.filter(({ version }, index) => version.day !== past[index - 1]?.version.day)
  for (const { version, answers } of days.reverse()) {
    const counts = countsOfTeams(answers)
    const before = points.at(-1)
    if (before ? isDeepStrictEqual(before.counts, counts) : answers.length === 0) continue
    points.push({ day: version.day, by: version.author, counts })
  }
  const last = points.at(-1)
  return last && !isDeepStrictEqual(last.counts, now.counts) ? [...points, now] : points
}
