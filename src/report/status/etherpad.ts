/** Plain text for an etherpad: the teams by status, teams that must answer first. */
import { statuses } from '../../goal/index.ts'
import { printableIn } from '../../text/index.ts'
import { commitInWords, countsInWords, nameOf, type StatusFormat, shownDeliverables } from './format.ts'
import type { GoalStatus } from './schema.ts'

export const etherpad: StatusFormat = {
  name: 'etherpad',
  format: ({ goals }) => printableIn(goals).map(padOf).join('\n'),
}

function padOf(goal: GoalStatus): string {
  const groups = statuses.flatMap((status) => {
    const teams = goal.teams.filter((team) => team.status === status)
    const lines = teams.flatMap((team) => {
      const { name, since, changes } = team
      return [
        `* ${[name, ...(since ? [`since ${commitInWords(since)}`] : []), ...(changes?.url ? [changes.url] : [])].join(', ')}`,
        ...shownDeliverables(team).map(
          (one) => `  * ${one.name}: ${one.status}${one.changes?.url ? `, ${one.changes.url}` : ''}`,
        ),
      ]
    })
    const missing = status === 'unanswered' ? goal.missing.map((name) => `* ${name}, without a section`) : []
    const all = [...lines, ...missing]
    return all.length === 0 ? [] : ['', `${status} (${teams.length + missing.length})`, ...all]
  })
  return [nameOf(goal), goal.path, countsInWords(goal.counts), ...groups, ''].join('\n')
}
