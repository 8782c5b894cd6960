/** Says what is wrong with a value that is no goal, in one sentence for each error. It loads zod, which only values with errors need. */
import type { z } from 'zod'
import { isRecord, isSame, largest, nearest } from '../text/index.ts'
import type { GoalProfile } from './profile-keys.ts'
import { goalSchemaOf } from './profile-schema.ts'
import { inlineScalar } from './scalars.ts'
import type { Goal, goalSchema } from './schema.ts'
import type { ModelIssue, Path } from './validate.ts'

/** The goal, or what is wrong with the value: at most so many issues, and the number of the others. */
export function readByZod(
  value: unknown,
  profile: GoalProfile | undefined,
  mostIssues: number,
): { goal?: Goal; issues: ModelIssue[]; more: number } {
  const schema = goalSchemaOf(profile)
  const result = schema.safeParse(value)
  if (result.success) return { goal: result.data, issues: [], more: 0 }
  const found = flatten(result.error.issues, value)
  const issues = once(found.slice(0, mostIssues).map((issue) => describe(issue, value, schema)))
  return { issues, more: Math.max(0, found.length - mostIssues) }
}

/** Drops a missing key that is present but misspelt or under another name: one mistake is one error. */
function once(issues: readonly (ModelIssue & { meant?: string })[]): ModelIssue[] {
  const named = issues.map((issue) => {
    if (issue.ruleId !== 'model/unknown-key' || issue.meant !== undefined) return issue
    const beside = issues.filter((other) => other !== issue && isSame(other.path, issue.path))
    const [missing, ...more] = beside.filter(({ ruleId }) => ruleId === 'model/missing-key')
    // If a mapping lacks one key and has one unknown key, the unknown key is probably the missing one.
    if (missing?.meant === undefined || more.length > 0 || beside.some(({ ruleId }) => ruleId === 'model/unknown-key'))
      return issue
    return { ...issue, ...meantKey(issue.key!, missing.meant) }
  })
  const meant = new Set(
    named.flatMap((issue) => (issue.ruleId !== 'model/unknown-key' ? [] : [JSON.stringify([...issue.path, issue.meant])])),
  )
  return named
    .filter((issue) => issue.ruleId !== 'model/missing-key' || !meant.has(JSON.stringify([...issue.path, issue.meant])))
    .map(({ meant: _, ...issue }) => issue)
}

function meantKey(key: string, meant: string) {
  const hint = `did you mean ${quote(meant)}?`
  return { message: `Unknown key ${quote(key)}; ${hint}`, hint, meant }
}

type Issue = z.core.$ZodIssue

/** The issues without unions: each union is replaced by the branch that the author most likely meant. */
function flatten(issues: readonly Issue[], value: unknown): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ ...issue, keys: [key] }))
    if (issue.code !== 'invalid_union') return [issue]
    const there = valueAt(value, issue.path)
    const branches = issue.errors.map((branch) => flatten(branch, there)).filter((branch) => branch.length > 0)
    if (branches.length === 0) return [issue]
    const best = branches.reduce((a, b) => (cost(b, there) < cost(a, there) ? b : a))
    if (!best.every(isOfOtherType)) return best.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }))
    // No branch accepts this type: list the types that are accepted.
    const expected = new Set(branches.flat().flatMap((inner) => (isOfOtherType(inner) ? inner.expected.split('|') : [])))
    return [{ ...best[0]!, path: issue.path, expected: [...expected].join('|') } as Issue]
  })
}

const isOfOtherType = (issue: Issue): issue is Issue & { expected: string } =>
  issue.code === 'invalid_type' && issue.path.length === 0

/** How much a branch of a union differs from the value. A missing key and an unknown key may be the same key. */
function cost(issues: readonly Issue[], value: unknown): number {
  const unknown = issues.filter(({ code, path }) => code === 'unrecognized_keys' && path.length === 0).length
  const missing = issues.filter(
    ({ code, path }) => code === 'invalid_type' && path.length === 1 && valueAt(value, path) === undefined,
  ).length
  let sum = -Math.min(unknown, missing)
  for (const issue of issues) {
    if (isOfOtherType(issue)) sum += 1000
    // An issue at a deeper level means that this branch was recognised.
    else sum += issue.path.length <= 1 ? 1 : 0.5
  }
  return sum
}

const typeNames: Record<string, string> = {
  string: 'text',
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
  int: 'a whole number',
  number: 'a number',
}

/** The sentence for an issue; `meant` is the missing key, or the key that an unknown one was meant to be. */
function describe(issue: Issue, root: unknown, schema: typeof goalSchema): ModelIssue & { meant?: string } {
  const path = issue.path as Path
  const value = valueAt(root, path)
  const name = path.length === 0 ? 'Model' : typeof path.at(-1) === 'string' ? quote(String(path.at(-1))) : 'Entry'
  if (issue.code === 'unrecognized_keys') return unknownKey(path, issue.keys[0]!, value, schema)
  if (issue.code === 'invalid_type') {
    if (value === undefined && path.length > 0) {
      const key = String(path.at(-1))
      const parent = path.slice(0, -1)
      return {
        ruleId: 'model/missing-key',
        path: parent,
        message: `Missing key ${quote(key)}`,
        hint: `add \`${key}: …\``,
        meant: key,
      }
    }
    const expected = issue.expected.split('|')
    return {
      ruleId: 'model/type',
      path,
      message: `${name} is ${describeValue(value)}; it must be ${expected.map((type) => typeNames[type] ?? type).join(' or ')}`,
      hint: typeHint(value, expected) ?? keyHint(value, schema, path),
    }
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String)
    const meant = typeof value === 'string' ? nearest(value, values) : undefined
    return {
      ruleId: 'model/value',
      path,
      message: `${name} is ${describeValue(value)}; it must be ${values.length > 1 ? 'one of ' : ''}${values.map(quote).join(', ')}`,
      hint: meant === undefined ? undefined : `did you mean ${quote(meant)}?`,
    }
  }
  const expected = issue.message.startsWith('expected ') ? issue.message.slice('expected '.length) : describeRange(issue)
  return {
    ruleId: 'model/value',
    path,
    message: `${name} is ${describeValue(value)}; it must be ${expected}`,
    hint: valueHint(value),
  }
}

function describeRange(issue: Issue): string {
  if (issue.code === 'too_small') return `at least ${quote(String(issue.minimum))}`
  if (issue.code === 'too_big') return `at most ${quote(String(issue.maximum))}`
  return 'valid by the schema'
}

function unknownKey(path: Path, key: string, value: unknown, schema: typeof goalSchema): ModelIssue & { meant?: string } {
  const known = keysAt(schema, path, value, key)
  const free = known.filter((candidate) => !isRecord(value) || !Object.hasOwn(value, candidate))
  const meant = nearest(key, free)
  const rest = free.length > 0 ? `use one of ${free.map(quote).join(', ')}` : `only ${known.map(quote).join(', ')} can stand here`
  const message = `Unknown key ${quote(key)}; ${rest}`
  return { ruleId: 'model/unknown-key', path, key, ...(meant === undefined ? { message } : meantKey(key, meant)) }
}

function typeHint(value: unknown, expected: readonly string[]): string | undefined {
  if (value === null) {
    if (expected.includes('array')) return 'write `[]` for an empty list'
    return expected.includes('string') ? "write `''` for empty text, or remove the key" : 'remove the key, or give it a value'
  }
  if (typeof value !== 'object' && typeof value !== 'string' && expected.includes('string'))
    return `put it in quotes: \`'${value}'\``
  if (typeof value === 'string' && expected.includes('array')) return 'write each entry on its own line, after `- `'
  if (isRecord(value) && expected.includes('string')) return 'put quotes around text that contains `: `'
  if (isRecord(value) && expected.includes('array')) return 'write `- ` before each entry'
  return undefined
}

/** For a text in the place of a mapping, such as a team that is only its name: the key that the text probably belongs to. */
function keyHint(value: unknown, schema: typeof goalSchema, path: Path): string | undefined {
  if (typeof value !== 'string' || /[\n`]/.test(value)) return undefined
  const shapes = schemasAt(schema, path).flatMap((candidate) => Object.entries((candidate._zod.def as SchemaShape).shape ?? {}))
  const isRequired = ([, inner]: (typeof shapes)[number]) => (inner._zod.def as SchemaShape).type !== 'optional'
  const [key] = shapes.find(isRequired) ?? shapes[0] ?? []
  return key === undefined ? undefined : `write \`${key}: ${inlineScalar(value, { flow: true })}\``
}

function valueHint(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  if (value.includes('\n')) return 'write it on one line'
  return value !== value.trim() ? 'remove the white space around it' : undefined
}

const quote = (text: string) => `\`${text}\``

/** A short description of the value. */
function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list'
  if (typeof value === 'object') return 'a mapping'
  const text = String(value).replace(/\s+/g, ' ')
  const shown = quote(text.length > 60 ? `${text.slice(0, 59)}…` : text)
  return typeof value === 'string' ? (value === '' ? 'empty text' : shown) : `the ${typeof value} ${shown}`
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current = (current as Record<PropertyKey, unknown>)[key]
  }
  return current
}

/** The fields of a schema's description that are needed here; zod types them as a union of classes. */
export interface SchemaShape {
  type: string
  shape?: Record<string, z.core.$ZodType>
  options?: readonly z.core.$ZodType[]
  innerType?: z.core.$ZodType
  element?: z.core.$ZodType
  valueType?: z.core.$ZodType
  getter?: () => z.core.$ZodType
}

/** The keys that a mapping at the path may have. Among several shapes, those without the unknown key that share the most keys with the
 * value.
 */
function keysAt(schema: z.core.$ZodType, path: Path, value: unknown, unknown: string): string[] {
  const shapes = schemasAt(schema, path).flatMap((candidate) => {
    const { shape } = candidate._zod.def as SchemaShape
    return shape === undefined || Object.hasOwn(shape, unknown) ? [] : [Object.keys(shape)]
  })
  const shared = (keys: readonly string[]) => (isRecord(value) ? keys.filter((key) => Object.hasOwn(value, key)).length : 0)
  const most = Math.max(0, largest(shapes.map(shared)))
  return [...new Set(shapes.filter((keys) => shared(keys) === most).flat())]
}

/** The schemas of the values that may stand at the path. */
function schemasAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType[] {
  let schemas = unwrap(schema)
  for (const key of path) {
    schemas = schemas.flatMap((candidate) => {
      const { shape, element, valueType } = candidate._zod.def as SchemaShape
      const inner = shape === undefined ? (element ?? valueType) : shape[key]
      return inner === undefined ? [] : unwrap(inner)
    })
  }
  return schemas
}

/** The schema without its wrappers: optional, lazy and unions are unwrapped. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { type, innerType, getter, options } = schema._zod.def as SchemaShape
  if (type === 'optional') return unwrap(innerType!)
  if (type === 'lazy') return unwrap(getter!())
  if (type === 'union') return options!.flatMap(unwrap)
  return [schema]
}
