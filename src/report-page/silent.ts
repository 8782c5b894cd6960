/** The teams that have not answered. */
import type { AnswerCommit } from '../report/index.ts'
import { filterForm, goalStates } from './filter.ts'
import { type Html, html } from './html.ts'
import type { NamedPageGoal } from './named.ts'
import { scrollable } from './words.ts'

interface Silence {
  team: string
  goal: NamedPageGoal
  since?: AnswerCommit
  hasSection: boolean
}

function silencesIn(goals: readonly NamedPageGoal[]): Silence[] {
  const found = goals.flatMap((goal): Silence[] => [
    ...goal.status.teams.flatMap(({ name, status, since }) =>
      status === 'unanswered' ? [{ team: name, goal, hasSection: true, ...(since ? { since } : {}) }] : [],
    ),
    ...goal.status.missing.map((team) => ({ team, goal, hasSection: false })),
  ])
  // Goals that teams can still answer come first.
  return found.sort((a, b) => Number(a.goal.status.isOver) - Number(b.goal.status.isOver))
}

export function silentSection(goals: readonly NamedPageGoal[]): Html {
  const silences = silencesIn(goals)
  if (silences.length === 0)
    return html`<section>
<h2 id="silent-title">Teams without an answer</h2>
<p>Every team has answered.</p>
</section>
`
  const rows = silences.map(({ team, goal, since, hasSection }) => {
    const state = goal.status.isOver ? 'over' : 'current'
    return html`<tr><th scope="row">${team}</th><td><a href="#${goal.id}">${goal.name}</a></td><td data-status="${state}">${state}</td><td>${hasSection ? 'yes' : 'no'}</td><td class="day">${since?.day ?? ''}</td></tr>
`
  })
  return html`<section>
<h2 id="silent-title">Teams without an answer</h2>
<p>Teams that have not answered a goal.</p>
${filterForm({ id: 'silent', search: 'Team or goal', label: 'Goals', choices: goalStates })}
${scrollable(
  'Teams without an answer',
  html`<table id="silent" class="wide" data-sortable aria-labelledby="silent-title">
<thead><tr><th scope="col" data-sort="text">Team</th><th scope="col" data-sort="text">Goal</th><th scope="col" data-sort="text">State of the goal</th><th scope="col" data-sort="text">Has a section</th><th scope="col" data-sort="text">Since</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`,
)}
</section>
`
}
