/** Validates a configuration against its JSON Schema, and describes each error in one sentence. */
import schema from '../../schemas/config.schema.json' with { type: 'json' }
import { isRecord, withShortValues } from '../text/index.ts'
import type { RuleLevel } from './config-schema.ts'
import { suggestedNames } from './suggested-names.ts'

/** An error in a configuration: the path to it, and what to do. */
export interface ConfigProblem {
  path: (string | number)[]
  message: string
  /** Whether it is about the key at the end of the path, not about its value. */
  atKey: boolean
}

/** The part of JSON Schema that the configuration's schema uses. */
interface JsonSchema {
  $ref?: string
  type?: string
  enum?: readonly string[]
  minimum?: number
  items?: JsonSchema
  properties?: Readonly<Record<string, JsonSchema>>
  required?: readonly string[]
  additionalProperties?: JsonSchema | boolean
  anyOf?: readonly JsonSchema[]
}

const definitions: Readonly<Record<string, JsonSchema>> = schema.$defs

/** The errors that are listed. */
const mostProblems = 100

/** The errors in a configuration, at most a hundred. An unknown key or rule is an error, with the nearest name. */
export function validateConfig(value: unknown): ConfigProblem[] {
  const problems: ConfigProblem[] = []
  for (const problem of check(value, schema as JsonSchema, [])) {
    if (problems.length === mostProblems) {
      problems.push({ path: [], atKey: false, message: `More than ${mostProblems} errors; the others are not listed` })
      break
    }
    problems.push({ ...problem, message: withShortValues(problem.message) })
  }
  return problems
}

/** A setting in the form of the command line: `style/tab:error`. */
export function parseRuleFlag(flag: string): { name: string; setting: RuleLevel } | ConfigProblem {
  const at = flag.lastIndexOf(':')
  const name = at < 0 ? flag : flag.slice(0, at)
  const setting = at < 0 ? 'on' : flag.slice(at + 1)
  const [problem] = validateConfig({ rules: { [name]: setting } })
  return problem ?? { name, setting: setting as RuleLevel }
}

function* check(value: unknown, given: JsonSchema, path: ConfigProblem['path']): Generator<ConfigProblem> {
  const shape = resolved(given)
  if (shape.anyOf) {
    const meant = shape.anyOf.map(resolved).find((option) => isOfKind(value, option))
    if (meant) yield* check(value, meant, path)
    else
      yield { path, atKey: false, message: invalid(value, shape.anyOf.map((option) => kindOf(resolved(option))).join(', or ')) }
  } else if (!isOfKind(value, shape)) {
    // YAML reads a version such as 0.20 as a number, and drops its zero.
    const quotes = shape.enum && typeof value === 'number' ? ', in quotes' : ''
    yield { path, atKey: false, message: invalid(value, `${kindOf(shape)}${quotes}`) }
  } else if (shape.enum && !shape.enum.includes(String(value))) {
    // The version that looks nearest is not the one that is meant.
    const word = /^\d/.test(String(value)) ? '' : String(value)
    yield { path, atKey: false, message: invalid(value, suggestedNames(word, shape.enum)) }
  } else if (shape.minimum !== undefined && Number(value) < shape.minimum)
    yield { path, atKey: false, message: invalid(value, `at least \`${shape.minimum}\``) }
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* check(item, shape.items!, [...path, index])
  else if (isRecord(value)) yield* checkKeys(value, shape, path)
}

function* checkKeys(value: Record<string, unknown>, shape: JsonSchema, path: ConfigProblem['path']): Generator<ConfigProblem> {
  const { properties = {}, additionalProperties: others } = shape
  for (const [key, item] of Object.entries(value)) {
    const known = Object.hasOwn(properties, key) ? properties[key] : others
    if (typeof known === 'object') yield* check(item, known, [...path, key])
    else {
      const noun = shape === definitions.rules ? 'rule' : 'key'
      const message = `Unknown ${noun} \`${key}\`; use ${suggestedNames(key, Object.keys(properties))}`
      yield { path: [...path, key], atKey: true, message }
    }
  }
  for (const key of shape.required ?? [])
    if (!Object.hasOwn(value, key)) yield { path, atKey: false, message: `Missing key \`${key}\`` }
}

function resolved(shape: JsonSchema): JsonSchema {
  return shape.$ref ? definitions[shape.$ref.slice('#/$defs/'.length)]! : shape
}

/** Whether a value has the kind of a shape, whatever it contains. */
function isOfKind(value: unknown, { type }: JsonSchema): boolean {
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isRecord(value)
  return type === 'integer' ? Number.isInteger(value) : typeof value === type
}

/** The kinds of values in words. */
const kinds: Readonly<Record<string, string>> = {
  string: 'a string',
  boolean: '`true` or `false`',
  integer: 'a whole number',
  array: 'a list',
  object: 'a mapping',
}

function kindOf({ type = '', enum: values }: JsonSchema): string {
  return values ? suggestedNames('', values) : kinds[type]!
}

function invalid(value: unknown, use: string): string {
  const shown = Array.isArray(value)
    ? '(a list)'
    : isRecord(value)
      ? '(a mapping)'
      : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``
  return `Invalid value ${shown}; use ${use}`
}
