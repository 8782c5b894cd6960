/** The Markdown of a goal as reStructuredText. */
import type { Goal, Path } from '../goal/index.ts'
import { isRecord, valuesIn } from '../text/index.ts'
import { withoutMarkdown } from './markdown/index.ts'
import { type Profile, usualLevel } from './profile.ts'
import { unwritable } from './unwritable.ts'

/** The goal with its prose as RST; itself where all of it is. Headings in Markdown take adornments below that of their section.
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

/** The level of the section that a value is in; nothing where a heading would not stand in that section. */
function levelOf(path: Path, goal: Goal, profile: Profile): number | undefined {
  const [key] = path
  if (key === 'sections') return goal.sections?.[Number(path[1])]?.level ?? 1
  const section = profile.sections.find((one) => one.key === key)
  if (!section) return undefined
  return goal.layout?.levels?.[section.key] ?? usualLevel(section, Object.keys(goal), profile)
}
