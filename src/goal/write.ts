/** Writes a goal as YAML, in the order of the schema, for people to read and edit. */
import { conforming } from './conform.ts'
import { assertWithinLimits } from './excess.ts'
import { readByZod } from './issues.ts'
import { profileWith } from './profile-keys.ts'
import { inlineScalar, lineWidth, type Quote, scalar } from './scalars.ts'
import type { Goal } from './schema.ts'

/** How collections and text are written. */
export interface WritingStyle {
  /** Columns by which a mapping or block text is indented below its key. */
  step: number
  /** Columns by which a list is indented below its key. */
  listStep: number
  /** Columns from a dash to its entry. */
  dashStep: number
  /** The maximum width of a line. */
  width: number
  /** The quotes for one-line text, by key; `undefined` for the entry of a list. */
  quoteOf: (key: string | undefined) => Quote
}

export const plainStyle: WritingStyle = { step: 2, listStep: 2, dashStep: 2, width: lineWidth, quoteOf: () => 'plain' }

/** Where `goaldoc init` puts the schema, from a model in `goals/CYCLE/`. */
const defaultSchema = '../../.goaldoc/goal.schema.json'

/** The goal as YAML, in the order of the schema. The first line names the schema for editors; `schema: false` leaves it out.
 *
 * `parseModel(stringifyModel(goal)).goal` is the goal again.
 * @throws {UnwritableGoalError} if the model would be too large to be read
 */
export function stringifyModel(goal: Goal, { schema = defaultSchema }: { schema?: string | false } = {}): string {
  const head = schema === false ? '' : `# yaml-language-server: $schema=${schema}\n`
  const value = inSchemaOrder(goal)
  const text = `${head}---\n${mappingText(value, 0, plainStyle)}\n`
  assertWithinLimits(text, value)
  return text
}

/** The goal with its keys in the order of the schema, without keys that have no value. */
export function inSchemaOrder(goal: Goal): Record<string, unknown> {
  const profile = profileWith(goal)
  return withoutUndefined(conforming(goal, profile) ?? readByZod(goal, profile, 0).goal ?? goal) as Record<string, unknown>
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === undefined ? [] : [[key, withoutUndefined(inner)]])),
  )
}

/** The pairs of a mapping, one per line; the first without its indentation. */
function mappingText(value: Record<string, unknown>, column: number, style: WritingStyle): string {
  return Object.entries(value)
    .map(([key, inner]) => pairText(key, inner, column, style))
    .join(`\n${' '.repeat(column)}`)
}

/** `key: value`. */
export function pairText(key: string, value: unknown, column: number, style: WritingStyle): string {
  const written = inlineScalar(key)
  // YAML requires an explicit key (`?`) for keys of more than 1024 characters.
  if (written.length > 1000) return `? ${written}\n${' '.repeat(column)}:${valueText(value, { column, style, key })}`
  return `${written}:${valueText(value, { column, style, key })}`
}

/** `- entry`. */
export function entryText(value: unknown, column: number, style: WritingStyle): string {
  return `-${valueText(value, { column, style, inList: true })}`
}

interface Surroundings {
  /** The column of the key or of the dash. */
  column: number
  style: WritingStyle
  key?: string
  inList?: boolean
}

/** What follows `key:` or `-`, including the space or line break before it. */
export function valueText(value: unknown, { column, style, key, inList = false }: Surroundings): string {
  const gap = inList ? ' '.repeat(style.dashStep - 1) : ' '
  if (typeof value === 'string') return gap + textValue(value, { column, style, key, inList })
  if (typeof value !== 'object' || value === null) return gap + String(value)
  if (Object.keys(value).length === 0) return gap + flowText(value)
  if (inList) {
    const inner = column + style.dashStep
    if (Array.isArray(value)) return gap + value.map((entry) => entryText(entry, inner, style)).join(`\n${' '.repeat(inner)}`)
    return gap + mappingText(value as Record<string, unknown>, inner, style)
  }
  const inner = column + (Array.isArray(value) ? style.listStep : style.step)
  const indent = `\n${' '.repeat(inner)}`
  if (Array.isArray(value)) return value.map((entry) => indent + entryText(entry, inner, style)).join('')
  return indent + mappingText(value as Record<string, unknown>, inner, style)
}

function textValue(text: string, { column, style, key, inList }: Surroundings): string {
  const step = inList ? style.dashStep : style.step
  const used = column + (inList ? style.dashStep : inlineScalar(key ?? '').length + 2)
  return scalar(text, { column: column + step, step, used, isEntry: inList === true, quote: style.quoteOf(key) })
}

/** A value between brackets. */
export function flowText(value: unknown): string {
  if (typeof value === 'string') return inlineScalar(value, { flow: true })
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const pairs = Object.entries(value).map(([key, inner]) => `${inlineScalar(key, { flow: true })}: ${flowText(inner)}`)
  return `{${pairs.join(', ')}}`
}
