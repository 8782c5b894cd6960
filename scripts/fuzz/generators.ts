/** Generates texts for the targets whose language is YAML: most of a mutated or random text is refused before it reaches much code. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { goal } from '../../test/goal/arbitrary.ts'
import { authored } from '../../test/goal/authored.ts'

/** A part of a JSON Schema, as far as that of the configuration needs it. */
interface Schema {
  type?: string
  enum?: readonly unknown[]
  anyOf?: readonly Schema[]
  properties?: Readonly<Record<string, Schema>>
  additionalProperties?: Schema | boolean
  items?: Schema
  minimum?: number
  required?: readonly string[]
  $ref?: string
  $defs?: Readonly<Record<string, Schema>>
}

const schemaFile = fileURLToPath(new URL('../../schemas/config.schema.json', import.meta.url))
const configSchema = JSON.parse(readFileSync(schemaFile, 'utf8')) as Schema
const names = ['mars', 'goals/mars.rst', '**/*.rst', '{a,b}/*', '!goals', '2017-01-24', 'pike', '__proto__', 'constructor', '']

/** Values that a schema allows. An object has a few of its properties. */
function valuesOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.$ref) return valuesOf(configSchema.$defs![schema.$ref.replace('#/$defs/', '')]!)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(valuesOf))
  if (schema.enum) return fc.constantFrom(...schema.enum)
  switch (schema.type) {
    case 'array':
      return fc.array(valuesOf(schema.items!), { maxLength: 3 })
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: 200 })
    case 'object':
      return objectsOf(schema)
    default:
      return fc.constantFrom(...names)
  }
}

function objectsOf({ properties = {}, additionalProperties, required = [] }: Schema): fc.Arbitrary<unknown> {
  if (typeof additionalProperties === 'object')
    return fc.dictionary(fc.constantFrom(...names), valuesOf(additionalProperties), { maxKeys: 3 })
  const keys = Object.keys(properties)
  const chosen = fc.subarray(keys, { maxLength: Math.min(4, keys.length) }).map((some) => [...new Set([...required, ...some])])
  return chosen.chain((some) => fc.record(Object.fromEntries(some.map((key) => [key, valuesOf(properties[key]!)]))))
}

const configurations = valuesOf(configSchema).map((value) => stringify(value))

const team = fc.constantFrom('hubble', 'Kepler', 'Public Sky Surveys', 'planets-wg', 'constructor', '🔭', '"webb"', "'no'")
const repositories = fc.array(fc.constantFrom('planets/mirror', 'planets/dome', 'sky/x', '{repo: planets/dome}', '~'), {
  maxLength: 3,
})
const deliverables = fc.dictionary(fc.constantFrom('mirror', 'dome', 'x y'), repositories, { maxKeys: 3 })

/** A team list, in the form of today or of the years before 2015. */
const teamLists = fc
  .array(
    fc.record({
      team,
      deliverables,
      isOld: fc.boolean(),
      more: fc.constantFrom('', '  irc: "#sky"\n', '  ptl:\n    name: A # b\n'),
    }),
    {
      maxLength: 5,
    },
  )
  .map((teams) =>
    teams
      .map(({ team, deliverables, isOld, more }) => {
        const parts = Object.entries(deliverables)
        if (isOld)
          return `${team}:\n${more}  projects:\n${parts.flatMap(([, all]) => all.map((one) => `    - repo: ${one}\n`)).join('')}`
        const listed = parts.map(([name, all]) => `    ${name}:\n      repos:\n${all.map((one) => `      - ${one}\n`).join('')}`)
        return `${team}:\n${more}${listed.length > 0 ? `  deliverables:\n${listed.join('')}` : ''}`
      })
      .join(''),
  )

const models = fc.tuple(goal, fc.integer()).map(([made, style]) => authored(made, style))

/** The generators, by the names of the targets. */
export const generators: Readonly<Record<string, fc.Arbitrary<string>>> = {
  YAML: models,
  configuration: configurations,
  'team list': teamLists,
}
