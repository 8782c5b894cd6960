/** The status of a team, derived from its answer. */
import { type EntryFacts, entryFacts, flatEntries } from './facts.ts'
import type { Entry, Goal, Team } from './schema.ts'
import { readsAsNone, stateIn, stateOf, stateOfNote } from './spellings.ts'
import type { Status } from './statuses.ts'

export { readsAsNone } from './spellings.ts'
export { type Status, statuses } from './statuses.ts'

/** The status of a team: the stated one, or the one that its answer implies. It is derived only here.
 *
 * - no artifacts and no note: `unanswered`
 * - only a note: see `stateOfNote`
 * - only spellings of None: `n/a`
 * - only planning artifacts: `planned`
 * - completion artifacts: `done`, unless a status word in them says otherwise
 */
export function teamStatus(team: Team): Status {
  if (team.status !== undefined) return team.status
  const planning = answers(team.planning ?? [])
  const completion = answers(team.completion ?? [])
  const deliverables = (team.deliverables ?? []).flatMap(
    ({ status, state }) => status ?? (state === undefined ? [] : (stateOf(state) ?? [])),
  )
  if (planning.length + completion.length + deliverables.length === 0)
    return (team.note === undefined ? undefined : stateOfNote(team.note)) ?? 'unanswered'

  const completed = completion.map(stateOfFacts).filter((state) => state !== 'n/a')
  const planned = planning.map(stateOfFacts).filter((state) => state !== 'n/a')
  const stated = [...completed, ...deliverables.filter((state) => state !== 'n/a' && state !== 'unanswered')]
  if (stated.length > 0) return combine(stated.map((state) => state ?? 'done'))
  if (planned.length > 0) return combine(planned.map((state) => state ?? 'planned'))
  return deliverables.some((state) => state === 'unanswered') ? 'unanswered' : 'n/a'
}

/** The statuses of a team's deliverables, from the list before its artifacts and from the artifacts. If there are two, the later
 * one counts.
 */
export function deliverableStatuses(team: Team): { name: string; status: Status }[] {
  const found = new Map<string, Status>()
  for (const { name, status, state } of team.deliverables ?? [])
    found.set(name, status ?? (state === undefined ? undefined : stateOf(state)) ?? 'unanswered')
  for (const { deliverable, state } of answers([...(team.planning ?? []), ...(team.completion ?? [])]))
    if (deliverable !== undefined && state !== undefined) found.set(deliverable, stateOf(state) ?? 'unanswered')
  return [...found].map(([name, status]) => ({ name, status }))
}

/** Whether the teams have only states of deliverables, as changes report them, and no artifacts. Then a team without a state is
 * not missing.
 */
export function listsOnlyStates(teams: readonly Team[]): boolean {
  const hasOnlyStates = ({ planning, completion, deliverables }: Team) =>
    planning === undefined && completion === undefined && (deliverables ?? []).length > 0
  return teams.length > 0 && teams.every(hasOnlyStates)
}

/** The goal without each stated status of a team that its artifacts imply. Teams in `but` keep theirs. */
export function withoutDerivedStatus(goal: Goal, but?: Goal): Goal {
  if (goal.teams === undefined) return goal
  const isStated = (name: string) => but?.teams?.some((team) => team.name === name && team.status !== undefined)
  const teams = goal.teams.map((team): Team => {
    const { status, ...rest } = team
    return status === undefined || isStated(team.name) || teamStatus(rest) !== status ? team : rest
  })
  return { ...goal, teams }
}

/** What the entries answer; comments are ignored. */
function answers(entries: readonly Entry[]): EntryFacts[] {
  return flatEntries(entries)
    .filter((entry) => typeof entry === 'string' || !('comment' in entry))
    .map(entryFacts)
    .filter((facts) => Object.keys(facts).length > 0)
}

/** The status that one entry names; `undefined` if it is only an artifact. */
function stateOfFacts(facts: EntryFacts): Status | undefined {
  if (facts.state !== undefined) return stateOf(facts.state)
  if (facts.url !== undefined || facts.repo !== undefined) return facts.text === undefined ? undefined : stateIn(facts.text)
  if (facts.text !== undefined && readsAsNone(facts.text)) return 'n/a'
  return facts.text === undefined ? undefined : stateIn(facts.text)
}

/** One status for many: if all are equal, that one; if some are done, `partial`. */
function combine(states: readonly Status[]): Status {
  const kinds = new Set(states)
  if (kinds.size === 1) return states[0]!
  if (kinds.has('done') || kinds.has('partial')) return 'partial'
  if (kinds.has('in-progress')) return 'in-progress'
  return 'planned'
}
