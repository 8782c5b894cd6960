/** Completes a goal with the values of an existing document that the goal does not mention. */
import { type Goal, isWholeDocument, withoutRemovedSections } from '../goal/index.ts'
import { firstByKey, isRecord } from '../text/index.ts'

export function withUnstatedValues(current: Goal, goal: Goal): Goal {
  if (isWholeDocument(goal)) return { ...goal, profile: current.profile, layout: { ...goal.layout, ...ownLayout(current) } }
  const { gone = [], ...layout } = goal.layout ?? {}
  const kept = withoutRemovedSections(current, gone)
  const known = firstByKey(kept.teams ?? [], ({ name }) => name)
  const teams = goal.teams?.map((team) => ({ ...known.get(team.name), ...team }))
  return {
    ...kept,
    ...goal,
    ...withWording(kept, goal),
    ...(teams ? { teams } : {}),
    layout: { ...current.layout, ...layout },
  }
}

/** The facts of the goal, in the wording of the document. */
function withWording(current: Goal, goal: Goal): Partial<Goal> {
  const keys = ['champions', 'gerrit', 'tracking'] as const
  return Object.fromEntries(
    keys.flatMap((key) => (isRecord(goal[key]) && isRecord(current[key]) ? [[key, { ...current[key], ...goal[key] }]] : [])),
  )
}

/** The part of the layout that only the document decides: how titles are underlined, and how the file ends. */
function ownLayout({ layout }: Goal): NonNullable<Goal['layout']> {
  return { adornments: layout?.adornments, blankLinesAtEnd: layout?.blankLinesAtEnd }
}
