/** Writes `src/goal/shapes.json`: the zod schema of a goal as plain data, by which goals are read without zod (src/goal/conform.ts). */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { SchemaShape } from '../src/goal/issues.ts'
import { goalSchema } from '../src/goal/schema.ts'
import type { Shape } from '../src/goal/shape.ts'

/** The fields of a schema's description that its shape is made of. */
interface Definition extends SchemaShape {
  entries?: Record<string, string>
  values?: readonly (string | number)[]
  catchall?: z.core.$ZodType
  checks?: readonly z.core.$ZodCheck[]
}

interface Check {
  check: string
  format?: string
  pattern?: RegExp
  value?: number
  inclusive?: boolean
  tx?: (text: string) => string
}

/** All shapes of a goal; the first one is that of the goal itself. */
export function goalShapes(): Shape[] {
  const shapes: Shape[] = []
  const known = new Map<z.core.$ZodType, number>()
  const indexes = new Map<string, number>()
  const add = (schema: z.core.$ZodType): number => {
    const found = known.get(schema)
    if (found !== undefined) return found
    const definition = schema._zod.def as unknown as Definition
    if (definition.type === 'lazy') {
      // A schema that contains itself: its number is needed before its parts are known.
      const index = shapes.push({ kind: 'boolean' }) - 1
      known.set(schema, index)
      shapes[index] = shapeOf(definition.getter!(), add)
      return index
    }
    if (schema === goalSchema) shapes.push({ kind: 'boolean' })
    const shape = shapeOf(schema, add)
    const key = JSON.stringify(shape)
    const index = schema === goalSchema ? 0 : (indexes.get(key) ?? shapes.push(shape) - 1)
    shapes[index] = shape
    indexes.set(key, index)
    known.set(schema, index)
    return index
  }
  add(goalSchema)
  return shapes
}

function shapeOf(schema: z.core.$ZodType, add: (schema: z.core.$ZodType) => number): Shape {
  const definition = schema._zod.def as unknown as Definition
  switch (definition.type) {
    case 'string':
      return textShape(definition)
    case 'number':
      return numberShape(definition)
    case 'boolean':
      return { kind: 'boolean' }
    case 'enum':
      return { kind: 'values', values: Object.values(definition.entries!) }
    case 'literal':
      return { kind: 'values', values: [...definition.values!] }
    case 'array':
      return { kind: 'list', of: add(definition.element!) }
    case 'record':
      return { kind: 'record', of: add(definition.valueType!) }
    case 'union':
      return { kind: 'union', of: definition.options!.map(add) }
    case 'object':
      if (definition.catchall?._zod.def.type !== 'never') break
      return {
        kind: 'mapping',
        keys: Object.entries(definition.shape!).map(([key, inner]) => {
          const { type, innerType } = inner._zod.def as unknown as Definition
          return type === 'optional' ? [key, add(innerType!), 'optional'] : [key, add(inner)]
        }),
      }
  }
  throw unknown(definition.type)
}

function checksOf({ checks = [] }: Definition): Check[] {
  return checks.map(({ _zod }) => _zod.def as unknown as Check)
}

function textShape(definition: Definition): Shape {
  const shape: Extract<Shape, { kind: 'text' }> = { kind: 'text' }
  for (const { check, format, pattern, tx } of checksOf(definition)) {
    if (check === 'string_format' && format === 'regex' && pattern && !shape.pattern) {
      shape.pattern = pattern.source
      if (pattern.flags) shape.flags = pattern.flags
    } else if (check === 'overwrite' && tx?.(' a \n ') === ' a') shape.isTrimmed = true
    else throw unknown(`check ${check}`)
  }
  return shape
}

function numberShape(definition: Definition): Shape {
  const shape: Extract<Shape, { kind: 'integer' }> = { kind: 'integer', minimum: -Infinity, maximum: Infinity }
  let isWhole = false
  for (const { check, format, value, inclusive } of checksOf(definition)) {
    if (check === 'number_format' && format === 'safeint') isWhole = true
    else if (check === 'greater_than' && inclusive) shape.minimum = value!
    else if (check === 'less_than' && inclusive) shape.maximum = value!
    else throw unknown(`check ${check}`)
  }
  if (!isWhole || !Number.isFinite(shape.minimum) || !Number.isFinite(shape.maximum)) throw unknown('number without limits')
  return shape
}

function unknown(what: string): Error {
  return new Error(`Cannot write the shapes of a goal: a ${what} of zod has none. Add it here and in src/goal/conform.ts`)
}

/** Writes the file if it has changed. */
export function writeShapes(root: string): void {
  const file = join(root, 'src/goal/shapes.json')
  const text = `[\n${goalShapes()
    .map((shape) => `  ${JSON.stringify(shape)}`)
    .join(',\n')}\n]\n`
  if (readFileSync(file, 'utf8') !== text) writeFileSync(file, text)
}
