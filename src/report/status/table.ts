/** For people at a terminal: a table for each goal. */
import { largest, printableIn } from '../../text/index.ts'
import { colorsOf } from '../terminal.ts'
import { changesInWords, commitInWords, countsInWords, isSettled, type StatusFormat, shownDeliverables } from './format.ts'
import type { DeliverableStatus, GoalStatus } from './schema.ts'

export const table: StatusFormat = {
  name: 'table',
  format(report, options = {}) {
    const { goals, counts } = printableIn(report)
    const colors = colorsOf(options)
    const blocks = goals.map((goal) => {
      const painted = linesOf(goal).map(({ text, isOpen }) => (isOpen ? text : colors.dim(text)))
      const headline = `${colors.bold(goal.path)}${goal.title === '' ? '' : `: ${goal.title}`}`
      return [headline, `  ${summaryOf(goal)}`, ...(painted.length > 0 ? ['', ...painted] : []), ''].join('\n')
    })
    const total = goals.length > 1 ? [`${goals.length} goals, ${countsInWords(counts, 'answer')}\n`] : []
    return [...blocks, ...total].join('\n')
  },
}

function summaryOf({ counts, missing, changes }: GoalStatus): string {
  const parts = [countsInWords(counts)]
  if (missing.length > 0) parts.push(`without a section: ${missing.join(', ')}`)
  if (changes) parts.push(`changes: ${changesInWords(changes)}`)
  if (changes && changes.strangers.length > 0) parts.push(`not of an official team: ${changes.strangers.join(', ')}`)
  return parts.join('\n  ')
}

interface Line {
  text: string
  isOpen: boolean
}

/** The header, and a line for each team and deliverable; nothing if there is no team. */
function linesOf({ teams, changes }: GoalStatus): Line[] {
  const row = (answer: DeliverableStatus, name: string) => ({
    cells: [
      name,
      answer.status,
      answer.since?.day ?? '',
      commitInWords(answer.last),
      ...(answer.changes && answer.changes.state !== 'none'
        ? [changesInWords(answer.changes), answer.changes.day ?? '', answer.changes.url ?? '']
        : []),
    ],
    isOpen: !isSettled(answer.status),
  })
  const rows = teams.flatMap((team) => [row(team, team.name), ...shownDeliverables(team).map((one) => row(one, `  ${one.name}`))])
  if (rows.length === 0) return []
  const heads = ['TEAM', 'STATUS', 'SINCE', 'LAST CHANGED', ...(changes ? ['CHANGES', 'DAY', 'SEE'] : [])]
  const all = [{ cells: heads, isOpen: true }, ...rows]
  const widths = heads.map((_, column) => largest(all.map(({ cells }) => (cells[column] ?? '').length)))
  return all.map(({ cells, isOpen }) => ({
    text: `  ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd(),
    isOpen,
  }))
}
