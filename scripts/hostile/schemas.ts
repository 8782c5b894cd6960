/** Values of a JSON Schema in which one key is huge. The keys come from the schema, so that none is missing. */
/** A JSON Schema, as far as it is used here. */
export interface Schema {
  $defs?: Record<string, Schema>
  $ref?: string
  type?: string
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  const?: unknown
  enum?: unknown[]
  pattern?: string
  minimum?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
}

function resolved(schema: Schema, root: Schema): Schema {
  if (schema.$ref === undefined) return schema
  return schema.$ref === '#' ? root : resolved(root.$defs![schema.$ref.split('/').at(-1)!]!, root)
}

/** Short values, at least one for each pattern in the schema. */
const samples = ['Mars', 'https://planets.example/mars', '2026-01-01', '*', '=']

/** The smallest value that a schema allows. `index` makes names different. */
function smallest(given: Schema, root: Schema, index = 0): unknown {
  const schema = resolved(given, root)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [first] = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  if (first) return smallest(first, root, index)
  if (schema.type === 'object') {
    const keys = schema.required ?? []
    return Object.fromEntries(keys.map((key) => [key, smallest(schema.properties![key]!, root, index)]))
  }
  if (schema.type === 'array') return []
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1
  const { pattern } = schema
  if (!pattern) return `Mars ${index}`
  const known = samples.find((sample) => new RegExp(pattern).test(sample)) ?? 'Mars'
  return known === 'Mars' || known.startsWith('https:') ? `${known}${index}` : known
}

type Build = (size: number) => unknown

/** The ways to make a value of a schema huge: many entries, many keys, a long text, each with the path of its key. */
export function hugeValues(given: Schema, depth: number, path = '', root = given): [string, Build][] {
  const schema = resolved(given, root)
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  if (branches.length > 0)
    return branches.flatMap((branch, index) => hugeValues(branch, depth, index > 0 ? `${path}|${index}` : path, root))
  if (schema.type === 'array') {
    const many: Build = (size) => {
      const cost = JSON.stringify(smallest(schema.items!, root, 99)).length + 12
      return Array.from({ length: Math.ceil(size / cost) }, (_, index) => smallest(schema.items!, root, index))
    }
    const nested = depth > 0 ? hugeValues(schema.items!, depth - 1, `${path}[]`, root) : []
    return [[`${path}, many`, many], ...nested.map(([name, build]): [string, Build] => [name, (size) => [build(size)]])]
  }
  if (schema.type === 'object') {
    const least = smallest(schema, root) as Record<string, unknown>
    const own = Object.entries(schema.properties ?? {}).flatMap(([key, value]) =>
      hugeValues(value, depth, `${path}.${key}`, root).map(([name, build]): [string, Build] => [
        name,
        (size) => ({ ...least, [key]: build(size) }),
      ]),
    )
    if (typeof schema.additionalProperties !== 'object') return own
    const record: Build = (size) => {
      const value = schema.additionalProperties as Schema
      return Object.fromEntries(
        Array.from({ length: Math.ceil(size / 24) }, (_, index) => [`mars${index}`, smallest(value, root, index)]),
      )
    }
    return [...own, [`${path}, many keys`, record]]
  }
  if (schema.type !== 'string' || schema.enum || schema.const !== undefined) return []
  if (!schema.pattern) return [[`${path}, long`, (size) => 'Mars and *Venus*.\n'.repeat(size / 18)]]
  const sample = String(smallest(schema, root))
  return new RegExp(schema.pattern).test(sample + sample)
    ? [[`${path}, long`, (size) => sample.repeat(size / sample.length)]]
    : []
}
