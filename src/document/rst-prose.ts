/** Converts the Markdown of a goal to reStructuredText. */
import { type Goal, unwritable } from '../goal/index.ts'
import { isRecord } from '../text/index.ts'
import { withoutMarkdown } from './markdown/index.ts'

/** The goal with its prose as RST; the same object if there is no Markdown. Headings in Markdown get adornments below the level of their
 * section.
 * @throws {UnwritableGoalError} if Markdown contains something that RST cannot express
 */
export function withRstProse(goal: Goal, adornments: readonly string[]): Goal {
  if (!hasMarkdown(goal)) return goal
  // Subsections stay in a section that the profile does not know; in others they are read as separate sections.
  const { goal: written, problems } = withoutMarkdown(goal, ([key, index]) =>
    key === 'sections' ? adornments.slice((goal.sections?.[Number(index)]?.level ?? 1) + 1) : [],
  )
  if (problems.length === 0) return written
  throw unwritable(
    goal,
    problems.map(({ path, message, ...within }) => ({ path, message, within })),
  )
}

/** Whether a part of a goal is Markdown. To convert it loads the Markdown parser, which takes as long as a fifth of Node's own start. */
export function hasMarkdown(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasMarkdown)
  return isRecord(value) && ('markdown' in value || Object.values(value).some(hasMarkdown))
}
