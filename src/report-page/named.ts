/** Goals with their names on the page. */
import { nameOf } from '../report/index.ts'
import type { PageGoal } from './data.ts'

export interface NamedPageGoal extends PageGoal {
  /** The id of its section, for links. */
  id: string
  name: string
  /** Whether there is anything to show about its teams. */
  hasSection: boolean
}

export function namedGoals(goals: readonly PageGoal[]): NamedPageGoal[] {
  const taken = new Set<string>()
  /** The number that was tried last for each base. */
  const counts = new Map<string, number>()
  return goals.map((goal) => {
    const base = `goal-${goal.status.path.replace(/\.\w+$/, '').replace(/[^a-z0-9]+/gi, '-')}`
    let id = base
    for (let count = counts.get(base) ?? 2; taken.has(id); count++) {
      id = `${base}-${count}`
      counts.set(base, count + 1)
    }
    taken.add(id)
    const hasSection = goal.status.teams.length + goal.status.missing.length + goal.history.length > 0
    return { ...goal, id, name: nameOf(goal.status), hasSection }
  })
}
