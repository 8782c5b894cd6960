/** Filters a status report. */
import { canonicalName } from '../../text/index.ts'
import { isSettled } from './format.ts'
import type { GoalStatus } from './schema.ts'

export interface TeamFilter {
  /** Names of teams; empty for all. */
  teams: readonly string[]
  /** Only teams that still have to answer or to finish. */
  isOpen: boolean
}

/** The goals with the selected teams. The totals of a goal do not change. */
export function filterTeams(goals: readonly GoalStatus[], { teams, isOpen }: TeamFilter): GoalStatus[] {
  const wanted = new Set(teams.map(canonicalName))
  const isNamed = (name: string) => wanted.size === 0 || wanted.has(canonicalName(name))
  return goals.flatMap((goal) => {
    const own = goal.teams.filter(({ name }) => isNamed(name))
    const missing = goal.missing.filter(isNamed)
    const kept = isOpen ? own.filter((team) => [team, ...team.deliverables].some(({ status }) => !isSettled(status))) : own
    const shown = kept.map((team) => ({
      ...team,
      deliverables: isOpen ? team.deliverables.filter(({ status }) => !isSettled(status)) : team.deliverables,
    }))
    const isLeftOut = (wanted.size > 0 || isOpen) && shown.length + missing.length === 0
    return isLeftOut ? [] : [{ ...goal, teams: shown, missing }]
  })
}

/** The names that are in none of the goals. */
export function unknownTeams(goals: readonly GoalStatus[], teams: readonly string[]): string[] {
  const known = new Set(goals.flatMap((goal) => [...goal.teams.map(({ name }) => name), ...goal.missing]).map(canonicalName))
  return teams.filter((name) => !known.has(canonicalName(name)))
}

/** The teams of a goal that have not answered, and those without a section. */
export function silentTeams({ teams, missing }: GoalStatus): string[] {
  return [...teams.filter(({ status }) => status === 'unanswered').map(({ name }) => name), ...missing]
}
