/** For a spreadsheet: a line for each team and deliverable (RFC 4180, with LF). */
import { printableIn } from '../../text/index.ts'
import { type StatusFormat, shownDeliverables } from './format.ts'
import type { DeliverableStatus, GoalStatus } from './schema.ts'

const heads = ['goal', 'team', 'deliverable', 'status', 'since', 'since_by', 'last', 'last_by', 'changes', 'changes_day', 'url']

export const csv: StatusFormat = {
  name: 'csv',
  format({ goals }) {
    const rows = printableIn(goals).flatMap((goal) => [
      ...goal.teams.flatMap((team) => [
        rowOf(goal, team.name, '', team),
        ...shownDeliverables(team).map((one) => rowOf(goal, team.name, one.name, one)),
      ]),
      ...goal.missing.map((name) => rowOf(goal, name, '', { name, status: 'unanswered' })),
    ])
    return [heads, ...rows].map((cells) => `${cells.map(quoted).join(',')}\n`).join('')
  },
}

function rowOf({ path }: GoalStatus, team: string, deliverable: string, answer: DeliverableStatus): string[] {
  const { status, since, last, changes } = answer
  const found = [changes?.state ?? '', changes?.day ?? '', changes?.url ?? '']
  return [path, team, deliverable, status, since?.day ?? '', since?.by ?? '', last?.day ?? '', last?.by ?? '', ...found]
}

/** A cell that begins like a formula is marked as text. Some spreadsheets also separate cells by semicolons. */
function quoted(cell: string): string {
  const text = /^[=+\-@＝＋－＠\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
