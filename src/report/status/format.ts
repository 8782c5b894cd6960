/** The type of a format for statuses, and what the formats share. */
import { type Status, statuses } from '../../goal/index.ts'
import { plural } from '../format.ts'
import type { AnswerCommit, Counts, DeliverableStatus, Evidence, GoalStatus, StatusReport, TeamStatus } from './schema.ts'

export interface StatusFormat {
  name: string
  format(report: StatusReport, options?: { color?: boolean }): string
}

/** Statuses that need no further answer or work. */
export function isSettled(status: Status): boolean {
  return status === 'done' || status === 'n/a' || status === 'not-doing'
}

/** The deliverables to show: those that the goal names, and those with changes. */
export function shownDeliverables(team: TeamStatus): DeliverableStatus[] {
  return team.deliverables.filter(({ status, changes }) => status !== 'unanswered' || changes?.state !== 'none')
}

/** `60 teams: 22 unanswered, 11 planned, 26 done`. */
export function countsInWords(counts: Counts, noun = 'team'): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const parts = statuses.flatMap((status) => (counts[status] ? [`${counts[status]} ${status}`] : []))
  return parts.length === 0 ? `no ${noun}s` : `${plural(total, noun)}: ${parts.join(', ')}`
}

/** `2 merged, 1 open`. */
export function changesInWords({ merged, open, abandoned }: Pick<Evidence, 'merged' | 'open' | 'abandoned'>): string {
  const parts = Object.entries({ merged, open, abandoned }).flatMap(([state, count]) => (count > 0 ? [`${count} ${state}`] : []))
  return parts.length === 0 ? 'none' : parts.join(', ')
}

/** `2027-03-01 Caroline Herschel`. */
export function commitInWords(said: AnswerCommit | undefined): string {
  return said ? `${said.day} ${said.by}` : ''
}

/** The heading of a goal: its title and its path. */
export function nameOf({ title, path }: GoalStatus): string {
  return title === '' ? path : title
}
