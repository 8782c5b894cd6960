/** The list of goals with their progress. */
import { filterForm, goalStates } from './filter.ts'
import { type Html, html } from './html.ts'
import type { NamedPageGoal } from './named.ts'
import { openTeams, progressBar, scrollable, totalOf } from './words.ts'

export function goalsSection(goals: readonly NamedPageGoal[]): Html {
  const rows = goals.map(({ status, history, id, name, hasSection }) => {
    const { counts, release, isOver, path } = status
    const total = totalOf(counts)
    const open = openTeams(counts)
    const title = hasSection ? html`<a href="#${id}">${name}</a>` : name
    const state = isOver ? 'over' : 'current'
    const progress =
      total === 0
        ? html`<td data-value="-1">no sections for teams</td>`
        : html`<td data-value="${(total - open) / total}">${progressBar(counts)} ${total - open} of ${total} settled</td>`
    const day = history.at(-1)?.day ?? ''
    return html`<tr><th scope="row">${title}<br><code>${path}</code></th><td>${release ?? ''}</td><td data-status="${state}">${state}</td>${progress}<td class="number">${total === 0 ? '' : open}</td><td class="number">${total === 0 ? '' : counts.unanswered}</td><td class="day">${day}</td></tr>
`
  })
  return html`<section>
<h2 id="goals-title">Goals</h2>
<p>A team is settled when it is done, has nothing to do, or said that it will not do it.</p>
${filterForm({ id: 'goals', search: 'Goal', label: 'State', choices: goalStates })}
${scrollable(
  'Goals and their progress',
  html`<table id="goals" class="wide" data-sortable aria-labelledby="goals-title">
<thead><tr><th scope="col" data-sort="text">Goal</th><th scope="col" data-sort="text">Release</th><th scope="col" data-sort="text">State</th><th scope="col" data-sort="number">Progress</th><th scope="col" class="number" data-sort="number">Left to do</th><th scope="col" class="number" data-sort="number">Unanswered</th><th scope="col" data-sort="text">Last change</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`,
)}
</section>
`
}
