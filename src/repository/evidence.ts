/** Adds the results of changes (in Gerrit, GitHub or GitLab) to a goal, as states of deliverables; what a person wrote takes
 * precedence.
 */
import type { Goal, Status, Team } from '../goal/index.ts'
import { listsOnlyStates, teamStatus } from '../goal/index.ts'
import type { ChangeEvidence, GoalEvidence, Roster, TeamEvidence } from '../roster/index.ts'

type Deliverable = NonNullable<Team['deliverables']>[number]

/** The goal with the states that follow from its changes. Teams that have answered are not modified. If no team has a place for
 * artifacts, as in goals that are tracked only by their changes, teams with a state are added.
 */
export function withEvidence(goal: Goal, evidence: GoalEvidence, roster: Roster): Goal {
  const byTeam = new Map(evidence.teams.map((team) => [team.team, team]))
  const teams = goal.teams?.map((team) => {
    const found = byTeam.get(roster.find(team.name)?.name ?? '')
    return found === undefined || isAnswered(team) ? team : withStates(team, found)
  })
  if (teams !== undefined && !listsOnlyStates(teams)) return { ...goal, teams }
  const all = withTeams(teams ?? [], evidence, roster)
  return all.length === 0 && teams === undefined ? goal : { ...goal, teams: all }
}

/** The teams, and the missing teams with a state, in the order of the official list. */
function withTeams(teams: readonly Team[], evidence: GoalEvidence, roster: Roster): Team[] {
  const all = [...teams]
  const position = ({ name }: Team) => roster.position(roster.find(name)?.name ?? name)
  for (const found of evidence.teams) {
    const deliverables = statesFrom(found)
    const team = { name: found.team, deliverables }
    if (deliverables.length === 0 || all.some((own) => position(own) === position(team))) continue
    const next = all.findIndex((own) => position(own) > position(team))
    all.splice(next < 0 ? all.length : next, 0, team)
  }
  return all
}

/** Whether a person wrote more than the plan and the list of deliverables. */
function isAnswered({ deliverables: _, ...team }: Team): boolean {
  const status = teamStatus(team)
  return status !== 'unanswered' && (status !== 'planned' || team.status !== undefined || (team.completion ?? []).length > 0)
}

function withStates(team: Team, { deliverables: found }: TeamEvidence): Team {
  const own = team.deliverables ?? []
  const states = statesFrom({ deliverables: found })
  const updated = own.map((before) =>
    isFromChanges(before) ? (states.find(({ name }) => name === before.name) ?? before) : before,
  )
  const added = states.filter(({ name }) => !own.some((before) => before.name === name))
  return updated.length + added.length === 0 ? team : { ...team, deliverables: [...updated, ...added] }
}

/** The deliverables with the states that follow from their changes. */
export function statesFrom({ deliverables }: Pick<TeamEvidence, 'deliverables'>): Deliverable[] {
  return deliverables.flatMap((one) => stateOf(one) ?? [])
}

/** The state with the changes that prove it. If all changes were abandoned, they say nothing about what the team will do. */
function stateOf({ name, ...evidence }: ChangeEvidence & { name: string }): Deliverable | undefined {
  const status = statusOf(evidence)
  return status && { name, status, note: `${evidence.url}, ${evidence.day}` }
}

function statusOf({ state, merged }: ChangeEvidence): Status | undefined {
  if (state === 'open') return merged > 0 ? 'partial' : 'in-progress'
  return state === 'merged' ? 'done' : undefined
}

/** Whether a state was taken from changes, and may be replaced by newer ones. */
function isFromChanges({ note }: Deliverable): boolean {
  return note !== undefined && /^https?:\/\/\S+, \d{4}-\d{2}-\d{2}$/.test(note)
}

/** The topics and hashtags of the changes of a goal; its slug if it names none. */
export function topicsOf(goal: Goal, slug: string): string[] {
  const { topic, topics = [], hashtags = [], text = '' } = goal.gerrit ?? {}
  const linked = [...text.matchAll(/\b(?:topic|hashtag):["']?([\w.+-]+)/g)].map(([, name]) => name!)
  const all = [...(topic === undefined ? [] : [topic]), ...topics, ...hashtags, ...linked]
  return all.length > 0 ? [...new Set(all)] : [slug]
}
