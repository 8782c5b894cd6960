/** Goals made from the schema itself: a new key of the schema is in them without a change here. */
import fc from 'fast-check'
import type { z } from 'zod'
import { type Goal, goalSchema } from '../../src/goal/index.ts'
import type { SchemaShape } from '../../src/goal/issues.ts'

/** The fields of a schema's description that are used here. */
interface Definition extends SchemaShape {
  entries?: Record<string, string>
  values?: readonly unknown[]
}

/** Texts for the values under a key; those that the schema allows are used. `path` contains the keys without indexes; `isKey` is
 * set for the keys of a mapping that accepts any key.
 */
export type Texts = (key: string, path: readonly string[], isKey: boolean) => fc.Arbitrary<string>

/** The maximum depth of groups in groups. */
const depthLimit = 2

function arbitraryOf(schema: z.core.$ZodType, texts: Texts, path: readonly string[], depth = 0): fc.Arbitrary<unknown> {
  const { type, shape, options, innerType, element, valueType, getter, entries, values } = schema._zod
    .def as unknown as Definition
  switch (type) {
    case 'optional':
      return fc.option(arbitraryOf(innerType!, texts, path, depth), { nil: undefined, freq: depth === 0 ? 2 : 3 })
    case 'object': {
      const record = Object.fromEntries(
        Object.entries(shape!).map(([name, inner]) => [name, arbitraryOf(inner, texts, [...path, name], depth + 1)]),
      )
      // Keys without a value are removed.
      return fc
        .record(record)
        .map((value) => Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)))
    }
    case 'union':
      return fc.oneof(...options!.map((option) => arbitraryOf(option, texts, path, depth)))
    case 'array':
      return fc.array(arbitraryOf(element!, texts, path, depth + 1), { maxLength: depth > depthLimit + 2 ? 0 : 3 })
    case 'lazy':
      return depth > depthLimit + 3 ? textFor(simplest(getter!()), texts, path) : arbitraryOf(getter!(), texts, path, depth)
    case 'record':
      return fc.dictionary(texts(path.at(-1) ?? '', path, true), arbitraryOf(valueType!, texts, path, depth + 1), {
        maxKeys: 2,
        noNullPrototype: true,
      })
    case 'enum':
      return fc.constantFrom(...Object.values(entries!))
    case 'literal':
      return fc.constantFrom(...values!)
    case 'boolean':
      return fc.boolean()
    case 'number':
      return fc.integer({ min: 1, max: 9 })
    case 'string':
      return textFor(schema, texts, path)
    default:
      throw new Error(`No goals can be made of a schema of type ${type}; add it here`)
  }
}

/** The first alternative of a schema, which is text. */
function simplest(schema: z.core.$ZodType): z.core.$ZodType {
  const { type, options } = schema._zod.def as unknown as Definition
  return type === 'union' ? simplest(options![0]!) : schema
}

function textFor(schema: z.core.$ZodType, texts: Texts, path: readonly string[]): fc.Arbitrary<string> {
  return texts(path.at(-1) ?? '', path, false).filter((text) => (schema as z.ZodType).safeParse(text).success)
}

/** Goals with the given texts. Every team name is unique, and no section is both stated and `gone`. */
export function goalsFrom(texts: Texts): fc.Arbitrary<Goal> {
  return arbitraryOf(goalSchema, texts, []).map((value) => {
    const { teams, layout, ...goal } = value as Goal
    const stated = new Set([...Object.keys(value as Goal), ...(goal.sections?.map(({ title }) => title) ?? [])])
    return {
      ...goal,
      ...(teams ? { teams: teams.filter(({ name }, index) => teams.findIndex((team) => team.name === name) === index) } : {}),
      ...(layout?.gone
        ? { layout: { ...layout, gone: layout.gone.filter((one) => !stated.has(one)) } }
        : layout
          ? { layout }
          : {}),
    }
  })
}
