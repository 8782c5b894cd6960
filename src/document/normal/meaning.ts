/** What a goal says, in the one form in which goals are compared: texts, lists and fields, each with its place in the goal. */
import type { Path } from '../../goal/index.ts'
import { saysSame } from '../meaning.ts'

interface Stated {
  /** Where it stands in the goal. */
  path: Path
  /** What the goal has there. */
  value: unknown
}

/** Text, and what it is in the document: a fact counts letter by letter, everything else by what it says. A manner is how
 *  something is written: it counts where both sides have one. */
export interface Text extends Stated {
  kind: 'text'
  as: 'fact' | 'manner' | 'prose' | 'item' | 'paragraph' | 'comment' | 'verbatim'
  text: string
  /** The group that it is a piece of, and how many pieces that has. */
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
  /** What people call it: a team's name, a section's title. */
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

/** Prose; nothing for what is absent or empty, where that is the same. */
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
  return a.text === b.text || (a.as !== 'fact' && a.as !== 'manner' && a.as !== 'comment' && saysSame(a.text, b.text))
}
