/** One goal: its progress, its burn-down, and its teams. */
import { commitInWords, plural } from '../report/index.ts'
import { burnDown } from './burn-down.ts'
import { type Html, html } from './html.ts'
import type { NamedPageGoal } from './named.ts'
import { classOf, inBarOrder, progressBar, scrollable, statusCell, totalOf } from './words.ts'

export function goalSection(goal: NamedPageGoal, day: string): Html {
  const { id, name, status } = goal
  const { counts, release, isOver, path, missing } = status
  const facts = [...(release === undefined ? [] : [release]), isOver ? 'over' : 'current', plural(totalOf(counts), 'team')].join(
    ', ',
  )
  const kinds = inBarOrder.filter((one) => counts[one] > 0)
  const legend = kinds.map((one) => html`<li><span class="swatch ${classOf(one)}"></span>${one} ${counts[one]}</li>`)
  return html`<section class="goal">
<h2 id="${id}">${name}</h2>
<p><code>${path}</code>: ${facts}</p>
${totalOf(counts) === 0 ? undefined : html`${progressBar(counts)}<ul class="legend">${legend}</ul>`}
${missing.length === 0 ? undefined : html`<p>Without a section: ${missing.join(', ')}</p>`}
${burnDown(goal, day)}
${status.teams.length === 0 ? undefined : teamsTable(goal)}
</section>
`
}

function teamsTable({ id, name, status }: NamedPageGoal): Html {
  const rows = status.teams.map((team) => {
    const named = team.deliverables.filter((one) => one.status !== 'unanswered')
    const deliverables = named.map((one) => `${one.name}: ${one.status}`).join(', ')
    return html`<tr><th scope="row">${team.name}</th>${statusCell(team.status)}<td class="day">${team.since?.day ?? ''}</td><td>${commitInWords(team.last)}</td><td>${deliverables}</td></tr>
`
  })
  return html`<h3 id="${id}-teams">Teams</h3>
${scrollable(
  `Teams of ${name}`,
  html`<table class="wide" data-sortable aria-labelledby="${id}-teams">
<thead><tr><th scope="col" data-sort="text">Team</th><th scope="col" data-sort="number">Status</th><th scope="col" data-sort="text">Since</th><th scope="col" data-sort="text">Last changed</th><th scope="col" data-sort="text">Deliverables</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`,
)}
`
}
