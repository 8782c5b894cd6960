/** The law of writing: a goal is read back from its document, or it is refused with the paths of the values that would not be. */
import fc from 'fast-check'
import { builtinProfile, builtinProfiles, compareGoals, readGoal, renderGoal } from '../../src/document/index.ts'
import { type Goal, UnwritableGoalError } from '../../src/goal/index.ts'
import { goal as oddGoals } from '../goal/arbitrary.ts'
import { soundGoals } from './sound-goals.ts'

export interface Writing {
  goals: number
  refused: number
  /** How often a value under a key was refused for a reason. */
  byKey: Record<string, number>
  /** Goals that were written but not read back, with the difference. */
  broken: string[]
}

/** A hole for a fact, or the brackets around a missing fact. */
const hole = /\{\{(?:topic|hashtag|date|name|nick|email|company|url|release)\b[^{}]*\}\}| \(\)| <>/

/** Goals that make sense, or goals with unusual texts. */
export function writings(count: number, of: 'sound' | 'odd', seed?: number): Writing {
  const writing: Writing = { goals: 0, refused: 0, byKey: {}, broken: [] }
  const goals = fc.sample(of === 'sound' ? soundGoals : oddGoals, { numRuns: count, ...(seed === undefined ? {} : { seed }) })
  goals.forEach((stated, index) => {
    const name = of === 'sound' ? stated.profile : builtinProfiles[index % builtinProfiles.length]?.name
    const profile = builtinProfile(name as string)
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
      for (const { path, message } of error.values) {
        const why = message.replace(/`.*`/g, '`…`').replace(/"[^"]*"/g, '"…"')
        const key = `${path.filter((step) => typeof step === 'string').join('.')}: ${why}`
        writing.byKey[key] = (writing.byKey[key] ?? 0) + 1
      }
    }
  })
  return writing
}
