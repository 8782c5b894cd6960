/** Converts the Markdown of a goal to reStructuredText. */
import type { Goal, Path } from '../goal/index.ts'
import { isRecord, valuesIn } from '../text/index.ts'
import { withoutMarkdown } from './markdown/index.ts'
import { type Profile, usualLevel } from './profile.ts'
import { unwritable } from './unwritable.ts'

/** The goal with its prose as RST; the same object if there is no Markdown. Headings in Markdown get adornments below the level of their
 * section.
 * @throws {UnwritableGoalError} where Markdown says what RST cannot
 */
export function withRstProse(goal: Goal, profile: Profile, adornments: readonly string[]): Goal {
  if (![...valuesIn(goal)].some(({ value }) => isRecord(value) && 'markdown' in value)) return goal
  const { goal: written, problems } = withoutMarkdown(goal, (path) => {
    const level = levelOf(path, goal, profile)
    return level === undefined ? [] : adornments.slice(level + 1)
  })
  if (problems.length === 0) return written
  throw unwritable(
    goal,
    problems.map(({ path, message, ...within }) => ({ path, message, within })),
  )
}

/** The level of the section that contains a value; `undefined` if a heading would not be inside that section. */
function levelOf(path: Path, goal: Goal, profile: Profile): number | undefined {
  const [key] = path
  if (key === 'sections') return goal.sections?.[Number(path[1])]?.level ?? 1
  const section = profile.sections.find((one) => one.key === key)
  if (!section) return undefined
  return goal.layout?.levels?.[section.key] ?? usualLevel(section, Object.keys(goal), profile)
}
