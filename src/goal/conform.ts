/** Reads a goal from a value by the shapes of the schema, without zod, which takes a quarter of a cold start. */
import { isRecord } from '../text/index.ts'
import { type GoalProfile, isProfileKey } from './profile-keys.ts'
import type { Goal } from './schema.ts'
import { goalKeys, type Shape, type ShapeKey, shapes } from './shape.ts'

/** The keys of a goal whose values are like those that a profile adds. */
const likes = { prose: 'summary', entries: 'references', criteria: 'criteria' } as const

/** The goal as zod returns it: with its keys in the order of the schema, and without the line breaks at the end of prose. `undefined` if it
 * does not conform, or is of an unusual kind: only zod knows why (`readGoalValue`).
 */
export function conforming(value: unknown, profile: GoalProfile | undefined): Goal | undefined {
  const own = (profile?.sections ?? []).flatMap(({ key, kind = 'prose' }): ShapeKey[] =>
    isProfileKey(key) ? [[key, goalKeys.find(([name]) => name === likes[kind])![1], 'optional']] : [],
  )
  // Before the teams, which are long.
  const at = goalKeys.findIndex(([key]) => key === 'teamsIntro')
  const keys = own.length === 0 ? goalKeys : [...goalKeys.slice(0, at), ...own, ...goalKeys.slice(at)]
  return mapping(value, keys) as Goal | undefined
}

function conformed(value: unknown, shape: Shape): unknown {
  switch (shape.kind) {
    case 'text': {
      if (typeof value !== 'string' || (shape.pattern !== undefined && !expressionOf(shape.pattern, shape.flags).test(value)))
        return undefined
      return shape.isTrimmed ? value.trimEnd() : value
    }
    case 'integer':
      return Number.isSafeInteger(value) && Number(value) >= shape.minimum && Number(value) <= shape.maximum ? value : undefined
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'values':
      return shape.values.includes(value as string) ? value : undefined
    case 'list':
      return Array.isArray(value) ? list(value, shapes[shape.of]!) : undefined
    case 'record':
      return record(value, shapes[shape.of]!)
    case 'mapping':
      return mapping(value, shape.keys)
    case 'union':
      for (const index of shape.of) {
        const found = conformed(value, shapes[index]!)
        if (found !== undefined) return found
      }
      return undefined
  }
}

function list(value: readonly unknown[], shape: Shape): unknown[] | undefined {
  const items = Array.from(value, (item) => conformed(item, shape))
  return items.includes(undefined) ? undefined : items
}

function mapping(value: unknown, keys: readonly ShapeKey[]): Record<string, unknown> | undefined {
  if (!isPlain(value)) return undefined
  const made: Record<string, unknown> = {}
  let count = 0
  for (const [key, shape, optional] of keys) {
    if (!Object.hasOwn(value, key)) {
      if (optional) continue
      return undefined
    }
    const inner = conformed(value[key], shapes[shape]!)
    if (inner === undefined) return undefined
    made[key] = inner
    count++
  }
  return Object.keys(value).length === count ? made : undefined
}

function record(value: unknown, shape: Shape): Record<string, unknown> | undefined {
  if (!isPlain(value) || Object.hasOwn(value, '__proto__')) return undefined
  const entries = Object.entries(value).map(([key, inner]) => [key, conformed(inner, shape)] as const)
  return entries.some(([, inner]) => inner === undefined) ? undefined : Object.fromEntries(entries)
}

/** Whether a value is a plain mapping; zod decides about others. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && Object.getPrototypeOf(value) === Object.prototype
}

const expressions = new Map<string, RegExp>()

function expressionOf(pattern: string, flags?: string): RegExp {
  const known = expressions.get(pattern) ?? new RegExp(pattern, flags)
  expressions.set(pattern, known)
  return known
}
