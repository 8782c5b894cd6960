/** The law of writing: a goal is read back from its document, or it is refused with the paths that are not. */
import fc from 'fast-check'
import { builtinProfiles, compareGoals, readGoal, renderGoal, UnwritableGoalError } from '../../src/document/index.ts'
import type { Goal } from '../../src/goal/index.ts'
import { goal as arbitraryGoal } from '../goal/arbitrary.ts'

export interface Writing {
  goals: number
  refused: number
  /** How many times a value under a key was refused. */
  byKey: Record<string, number>
  /** Goals that were written and not read back, with what happened. */
  broken: string[]
}

/** A hole for a fact, and the brackets around one that is not there. */
const hole = /\{\{(?:topic|hashtag|date|name|nick|email|company|url|release)\b[^{}]*\}\}| \(\)| <>/

export function writings(count: number, seed?: number): Writing {
  const writing: Writing = { goals: 0, refused: 0, byKey: {}, broken: [] }
  const goals = fc.sample(arbitraryGoal, { numRuns: count, ...(seed === undefined ? {} : { seed }) })
  goals.forEach((stated, index) => {
    const profile = builtinProfiles[index % builtinProfiles.length]!
    const goal: Goal = { ...stated, profile: profile.name, layout: { ...stated.layout, whole: true } }
    writing.goals++
    try {
      const text = renderGoal(goal)
      const lost = compareGoals(goal, readGoal(text, { profile }).goal, { profile }).filter(({ kind }) => kind !== 'added')
      if (lost.length > 0) writing.broken.push(`${JSON.stringify(lost[0]?.path)} of ${JSON.stringify(goal)}`)
      if (hole.test(text) && !hole.test(JSON.stringify(goal))) writing.broken.push(`a hole in ${JSON.stringify(text)}`)
    } catch (error) {
      if (!(error instanceof UnwritableGoalError)) throw error
      writing.refused++
      if (error.paths.length === 0) writing.broken.push(`refused without a path: ${JSON.stringify(goal)}`)
      for (const path of error.paths) {
        const key = path.filter((step) => typeof step === 'string').join('.')
        writing.byKey[key] = (writing.byKey[key] ?? 0) + 1
      }
    }
  })
  return writing
}
