/** Prevents writing text that docutils would report.
 *
 * A goal that was read from a document is not checked, because its document may already have had the same errors.
 */

import { type Goal, type OffsetRange, type Path, unwritable } from '../goal/index.ts'
import { openstack } from '../preset/index.ts'
import { type DocutilsMessage, docutilsMessages, type ParseOptions } from '../rst/index.ts'
import { surplus, valuesIn } from '../text/index.ts'
import type { Reading } from './reading.ts'

/** A piece of a document, and its value. */
export interface WrittenPart {
  path: Path
  text: string
}

const readGoals = new WeakSet<Goal>()

/** Marks a goal as read from a document. */
export function markAsRead(goal: Goal): void {
  readGoals.add(goal)
}

/** Whether a goal was read from a document and has not been copied since. */
export function isRead(goal: Goal): boolean {
  return readGoals.has(goal)
}

/** Checks that docutils has no new warnings or errors about a document, compared with the `existing` one.
 * @throws {UnwritableGoalError} with the values that the new messages are about
 */
export function assertNoNewMessages(
  goal: Goal,
  reading: Reading,
  parts: readonly WrittenPart[],
  known: ParseOptions['known'],
  existing?: Reading,
): void {
  if (isRead(goal)) return
  // It was parsed with fewer known names, which can only add messages.
  if (reading.messages?.().every(({ level }) => level < 2)) return
  const { source: text } = reading
  const options = {
    known: { directives: known?.directives ?? [], roles: [...Object.keys(openstack.roles), ...(known?.roles ?? [])] },
  }
  const all = warnings(text, options)
  // Messages that the existing document already has are not new.
  const textOf = ({ message }: DocutilsMessage) => message
  const said = all.length === 0 || !existing ? all : surplus(all, textOf, warnings(existing.source, options).map(textOf))
  if (said.length === 0) return
  const own = faultsIn(goal, new Set(said.map(({ message }) => message)), options)
  throw unwritable(
    goal,
    own.length > 0 ? own : said.map((found) => ({ path: pathAt(found, text, parts), message: sentence(found) })),
  )
}

function warnings(text: string, options: ParseOptions): DocutilsMessage[] {
  return docutilsMessages(text, options).filter(({ level }) => level >= 2)
}

function sentence({ message }: DocutilsMessage): string {
  return `docutils would say: ${message.split('\n')[0]?.replace(/[.:]$/, '')}`
}

type Fault = { path: Path; message: string; within: OffsetRange }

/** Values that docutils reports in any place. */
function faultsIn(goal: Goal, said: ReadonlySet<string>, options: ParseOptions): Fault[] {
  return [...valuesIn(goal)].flatMap(({ value, path }) => {
    if (typeof value !== 'string' || path.at(-1) === 'markdown') return []
    return warnings(value, options)
      .filter(({ message }) => said.has(message))
      .map((found) => {
        const { start, end } = found.position
        return { path, message: sentence(found), within: { offset: start.offset, endOffset: end.offset } }
      })
  })
}

/** The value whose text contains the place of a message. */
function pathAt({ position }: DocutilsMessage, text: string, parts: readonly WrittenPart[]): Path {
  let from = 0
  let path: Path = ['title']
  for (const part of parts) {
    const at = text.indexOf(part.text, from)
    if (at === -1 || at > position.start.offset) break
    path = part.path
    from = at
  }
  return path
}
