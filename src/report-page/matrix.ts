/** Teams × goals. */
import type { Status } from '../goal/index.ts'
import { statuses } from '../goal/index.ts'
import { isSettled } from '../report/index.ts'
import { canonicalName } from '../text/index.ts'
import { filterForm } from './filter.ts'
import { type Html, html } from './html.ts'
import type { NamedPageGoal } from './named.ts'
import { openStatuses, scrollable, statusCell } from './words.ts'

interface Cell {
  status: Status
  text: string
}

/** The answers of a team, by the id of the goal. */
interface Row {
  name: string
  cells: Map<string, Cell>
}

function rowsOf(goals: readonly NamedPageGoal[]): Row[] {
  const rows = new Map<string, Row>()
  const put = (name: string, goal: string, cell: Cell) => {
    const row = rows.get(canonicalName(name)) ?? { name, cells: new Map<string, Cell>() }
    rows.set(canonicalName(name), row)
    row.cells.set(goal, cell)
  }
  for (const { id, status: goal } of goals) {
    for (const { name, status } of goal.teams) put(name, id, { status, text: status })
    for (const name of goal.missing) put(name, id, { status: 'unanswered', text: 'no section' })
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

export function matrixSection(all: readonly NamedPageGoal[]): Html {
  const goals = all.filter(({ status }) => status.teams.length + status.missing.length > 0)
  const rows = rowsOf(goals)
  if (rows.length === 0) return html``
  const lines = rows.map(({ name, cells }) => {
    const open = [...cells.values()].filter(({ status }) => !isSettled(status)).length
    const answers = goals.map(({ id }) => {
      const cell = cells.get(id)
      return cell
        ? statusCell(cell.status, cell.text)
        : html`<td class="status is-absent" data-value="-1"><span aria-hidden="true">–</span><span class="unseen">not asked</span></td>`
    })
    return html`<tr><th scope="row">${name}</th><td class="number">${open}</td>${answers}</tr>
`
  })
  const heads = goals.map(({ name }) => html`<th scope="col" data-sort="number">${name}</th>`)
  return html`<section>
<h2 id="teams-title">Teams and goals</h2>
<p>What each team answers. “No section” is an official team of the time that the document does not name.</p>
${filterForm({
  id: 'teams',
  search: 'Team',
  label: 'Status in any goal',
  choices: [
    { text: 'all', values: [] },
    { text: 'something left to do', values: openStatuses },
    ...statuses.map((status) => ({ text: status, values: [status] })),
  ],
})}
${scrollable(
  'Answers of teams',
  html`<table id="teams" class="matrix" data-sortable aria-labelledby="teams-title">
<thead><tr><th scope="col" data-sort="text">Team</th><th scope="col" class="number" data-sort="number">Left to do</th>${heads}</tr></thead>
<tbody>
${lines}</tbody>
</table>`,
)}
</section>
`
}
