/** The normal form in which goals are compared: texts, lists and fields, each with its path in the goal. */
import type { Path } from '../../goal/index.ts'
import { isSameToReaders } from '../same-text.ts'

interface Stated {
  path: Path
  /** The value in the goal at this path. */
  value: unknown
}

/** Text, and its role in the document. Facts are compared letter by letter, other texts by their meaning. A `manner` is how
 * something is written; it is compared only if both sides have one.
 */
export interface Text extends Stated {
  kind: 'text'
  as: 'fact' | 'manner' | 'prose' | 'item' | 'paragraph' | 'comment' | 'verbatim'
  text: string
  /** The group that it belongs to, and the number of pieces in that group. */
  group?: Stated & { pieces: number }
}

export interface List extends Stated {
  kind: 'list'
  items: Meaning[]
  /** Whether the order is compared elsewhere. */
  isUnordered?: boolean
}

export interface Fields extends Stated {
  kind: 'fields'
  /** Its name for people: a team's name, a section's title. */
  name?: string
  fields: Record<string, Meaning | undefined>
}

export type Meaning = Text | List | Fields

export function fact(path: Path, value: string | number): Text {
  return { kind: 'text', as: 'fact', path, value, text: String(value) }
}

/** How something is written. */
export function manner(path: Path, value: string | number): Text {
  return { ...fact(path, value), as: 'manner' }
}

export function text(as: Text['as'], path: Path, value: unknown, said: string): Text {
  return { kind: 'text', as, path, value, text: said }
}

/** Prose; `undefined` if it is absent or empty, which is the same in a document. */
export function prose(path: Path, value: string | undefined): Text | undefined {
  return value === undefined || value.trim() === '' ? undefined : text('prose', path, value, value)
}

export function list(path: Path, value: unknown, items: Meaning[]): List {
  return { kind: 'list', path, value, items }
}

export function fields(path: Path, value: unknown, own: Fields['fields'], name?: string): Fields {
  return { kind: 'fields', path, value, fields: own, ...(name === undefined ? {} : { name }) }
}

/** A key that is equal for meanings written the same. */
export function keyOf(meaning: Meaning): string {
  if (meaning.kind === 'text') return `${meaning.as} ${meaning.text}`
  if (meaning.kind === 'list') return JSON.stringify(meaning.items.map(keyOf))
  if (meaning.name !== undefined) return `name ${meaning.name}`
  return JSON.stringify(Object.entries(meaning.fields).map(([key, field]) => [key, field && keyOf(field)]))
}

export function sameTexts(a: Text, b: Text): boolean {
  if (a.as !== b.as) return false
  return a.text === b.text || (a.as !== 'fact' && a.as !== 'manner' && a.as !== 'comment' && isSameToReaders(a.text, b.text))
}
