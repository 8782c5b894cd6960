/** Leaves out of a report what was not asked for. */
import { canonicalName } from '../../text/index.ts'
import { isSettled } from './format.ts'
import type { GoalStatus } from './schema.ts'

export interface Choice {
  /** Names of teams; all where it is empty. */
  teams: readonly string[]
  /** Only what has something left to answer or to do. */
  isOpen: boolean
}

/** The goals with the teams that were asked for. What a goal counts stays the same. */
export function chosen(goals: readonly GoalStatus[], { teams, isOpen }: Choice): GoalStatus[] {
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

/** The names that no goal has. */
export function unknownTeams(goals: readonly GoalStatus[], teams: readonly string[]): string[] {
  const known = new Set(goals.flatMap((goal) => [...goal.teams.map(({ name }) => name), ...goal.missing]).map(canonicalName))
  return teams.filter((name) => !known.has(canonicalName(name)))
}
