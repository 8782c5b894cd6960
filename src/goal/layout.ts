/** How much of its document a model states: everything, or only the sections that it mentions. */
import type { Goal } from './schema.ts'

/** Whether a goal is the whole document: then a section that it does not state does not exist. */
export function isWholeDocument({ layout }: Pick<Goal, 'layout'>): boolean {
  return layout?.whole ?? layout?.sections !== undefined
}

/** A goal without the sections that it lists as removed: keys, and titles of free sections. */
export function withoutRemovedSections(goal: Goal, gone: readonly string[]): Goal {
  const kept = Object.entries(goal).filter(([key]) => !gone.includes(key))
  const sections = goal.sections?.filter(({ title }) => !gone.includes(title))
  return { ...Object.fromEntries(kept), ...(sections?.length ? { sections } : { sections: undefined }) } as Goal
}
