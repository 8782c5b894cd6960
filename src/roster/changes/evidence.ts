/** Turns changes into statuses of deliverables and teams. */
import type { Roster } from '../roster.ts'
import type { Change, ChangeState, changeStates } from './read.ts'

/** The result of the changes for a deliverable or a team; `none` if there is no change. */
export interface ChangeEvidence extends Record<ChangeState, number> {
  state: ChangeState | 'none'
  /** The change that decides, and its day. */
  url?: string
  day?: string
}

export interface TeamEvidence extends ChangeEvidence {
  team: string
  deliverables: (ChangeEvidence & { name: string })[]
}

export interface GoalEvidence extends Record<ChangeState, number> {
  /** All official teams, in the order of the list. */
  teams: TeamEvidence[]
  /** Repositories that belong to no official team. */
  strangers: string[]
}

/** The result of the changes that have one of the topics. Each change counts once. If a change has no topics at all, it counts,
 * because the query selected it.
 */
export function evidenceFor(changes: readonly Change[], topics: readonly string[], roster: Roster): GoalEvidence {
  const own = [...new Map(changes.map((change) => [change.url, change])).values()].filter(
    (change) => change.topics === undefined || change.topics.some((topic) => topics.includes(topic)),
  )
  const byDeliverable = new Map<string, Change[]>()
  const strangers = new Set<string>()
  const find = ownersOf(roster)
  for (const change of own) {
    const owner = find(change.repository)
    if (owner === undefined) strangers.add(change.repository)
    else byDeliverable.set(owner, [...(byDeliverable.get(owner) ?? []), change])
  }
  const teams = roster.teams.map((team): TeamEvidence => {
    const found = team.deliverables.map(({ name }) => ({ name, changes: byDeliverable.get(keyOf(team.name, name)) ?? [] }))
    return {
      team: team.name,
      ...said(found.flatMap(({ changes: some }) => some)),
      deliverables: found.map(({ name, changes: some }) => ({ name, ...said(some) })),
    }
  })
  return { ...countsOf(own), teams, strangers: [...strangers].sort() }
}

const keyOf = (team: string, deliverable: string) => `${team}\0${deliverable}`

/** Repositories → deliverables. A repository that moved to another group is found by its name if only one deliverable has that name. */
function ownersOf(roster: Roster): (repository: string) => string | undefined {
  const whole = new Map<string, string>()
  const short = new Map<string, string | undefined>()
  for (const team of roster.teams)
    for (const { name, repositories } of team.deliverables)
      for (const repository of repositories) {
        const owner = keyOf(team.name, name)
        const last = lastName(repository)
        whole.set(repository, owner)
        short.set(last, short.has(last) && short.get(last) !== owner ? undefined : owner)
      }
  return (repository) => whole.get(repository) ?? short.get(lastName(repository))
}

function lastName(repository: string): string {
  return repository.slice(repository.lastIndexOf('/') + 1)
}

function countsOf(changes: readonly Change[]): Record<ChangeState, number> {
  const count = (state: ChangeState) => changes.filter((change) => change.state === state).length
  return { merged: count('merged'), open: count('open'), abandoned: count('abandoned') }
}

/** An open change decides; otherwise the last merged one; otherwise the last abandoned one. */
function said(changes: readonly Change[]): ChangeEvidence {
  const counts = countsOf(changes)
  const state = (['open', 'merged', 'abandoned'] as const satisfies readonly (typeof changeStates)[number][]).find(
    (one) => counts[one] > 0,
  )
  if (state === undefined) return { state: 'none', ...counts }
  const { url, day } = changes
    .filter((change) => change.state === state)
    .reduce((last, change) => (change.day > last.day || (change.day === last.day && change.url > last.url) ? change : last))
  return { state, ...counts, url, day }
}
