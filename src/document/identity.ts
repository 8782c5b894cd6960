/** Which entry of a list is the same in another goal. */
import { isRecord } from '../text/index.ts'

/** The name of a team, the title of a section, the question of a checklist; nothing for an entry without one. */
export function nameOf(value: unknown): string | undefined {
  const name = isRecord(value) ? (value.name ?? value.title ?? value.question) : undefined
  return typeof name === 'string' ? name : undefined
}

/** What makes an entry the same in both goals: its name, else all of it. */
export function identity(value: unknown): string {
  return nameOf(value) ?? JSON.stringify(value)
}
