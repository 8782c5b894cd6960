/** Checks that a rendered document contains everything that its goal states. */
import { type Goal, type Path, type UnwritableValue, unwritable } from '../goal/index.ts'
import { valuesIn } from '../text/index.ts'
import { findGoalDifferences } from './compare.ts'
import { textOf } from './describe.ts'
import type { FoundDifference } from './differences.ts'
import type { Profile } from './profile.ts'
import { beginning, firstDifference } from './words.ts'

/** Compares the goal that is read from a text with the goal that was written. `written` is the same goal with its prose as
 * reStructuredText, if it is known: converting Markdown takes long.
 * @throws {UnwritableGoalError} naming every value that is not read back
 */
export function assertReadBack(stated: Goal, text: string, read: Goal, profile: Profile, written = stated): void {
  const whole = { ...written, layout: { ...written.layout, whole: true } }
  // Values that are only in the text come from the template. All values that the goal states must be in the text.
  const lost = findGoalDifferences(whole, read, { profile }).filter(({ kind }) => kind !== 'added')
  const own = lost.filter(({ a }) => isStated(stated, a.path))
  const values = [...unfilled(stated, text), ...(own.length > 0 ? own : lost).map((one) => unsaid(one, stated, profile))]
  if (values.length > 0) throw unwritable(stated, firstOfEach(values))
}

/** Whether the goal has a value at the path. How a lost value is written is not reported separately. */
function isStated(goal: Goal, path: Path): boolean {
  const value = path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown> | undefined)?.[key], goal)
  return value !== undefined
}

/** The first value of each path. */
function firstOfEach(values: readonly UnwritableValue[]): UnwritableValue[] {
  const seen = new Set<string>()
  return values.filter(({ path }) => {
    const isFirst = !seen.has(path.join('.'))
    seen.add(path.join('.'))
    return isFirst
  })
}

function unsaid({ kind, a, b }: FoundDifference, goal: Goal, profile: Profile): UnwritableValue {
  const { path } = a
  const key = String(path[0])
  if (
    path.length === 1 &&
    kind === 'removed' &&
    goal[key as keyof Goal] !== undefined &&
    !profile.sections.some((section) => section.key === sectionOf(key))
  )
    return { path, message: `Profile \`${profile.name}\` has no section for \`${key}\`` }
  const [said, read] = [textOf(a.value), textOf(b.value)]
  if (kind === 'removed') return { path, message: `The document has no place for \`${shown(said, path)}\`` }
  if (kind === 'moved') return { path, message: `\`${shown(said, path)}\` would move to another place` }
  const words = firstDifference(said, read)
  return { path, message: `\`${shortened(words.a)}\` would be read as \`${shortened(words.b)}\`` }
}

/** The section of a profile for a key. */
function sectionOf(key: string): string {
  return key === 'teamsIntro' ? 'teams' : key
}

function shown(text: string, path: Path): string {
  return shortened(beginning(text === '' ? String(path.at(-1)) : text))
}

function shortened(text: string): string {
  return text.replaceAll('`', "'")
}

/** Keys whose text may have holes for facts, in the sections that have them. */
const wordings = new Set(['text', 'written', 'intro', 'criterion'])
const worded = ['gerrit', 'champions', 'tracking', 'criteria', 'current'] as const
const factHole = /\{\{(?:(?:topic|hashtag)(?: \d+)?|date(?: [^{}]*)?|name|nick|email|company|url|release|criterion)\}\}/g

/** Wordings whose holes remain in the document, because no fact fills them. */
function unfilled(goal: Goal, text: string): UnwritableValue[] {
  if (text.search(factHole) < 0) return []
  return worded.flatMap((key) =>
    [...valuesIn(goal[key], [key])].flatMap(({ value, path }): UnwritableValue[] => {
      if (typeof value !== 'string' || !wordings.has(String(path.at(-1)))) return []
      const open = value.match(factHole)?.find((hole) => text.includes(hole))
      return open ? [{ path, message: `The hole \`${open}\` has no value` }] : []
    }),
  )
}
