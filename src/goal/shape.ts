/** The schema of a goal as plain data, made from the zod schema by `scripts/shapes.ts`. */
import list from './shapes.json' with { type: 'json' }

/** What a value may be; numbers refer to other shapes. */
export type Shape =
  | { kind: 'text'; pattern?: string; flags?: string; isTrimmed?: boolean }
  | { kind: 'integer'; minimum: number; maximum: number }
  | { kind: 'boolean' }
  | { kind: 'values'; values: (string | number)[] }
  | { kind: 'list' | 'record'; of: number }
  | { kind: 'union'; of: number[] }
  | { kind: 'mapping'; keys: ShapeKey[] }

/** A key of a mapping, and the shape of its value. */
export type ShapeKey = [key: string, shape: number, optional?: 'optional']

/** All shapes; the first one is that of the goal. */
export const shapes = list as Shape[]

/** The keys of a goal. */
export const goalKeys = (shapes[0] as Extract<Shape, { kind: 'mapping' }>).keys
