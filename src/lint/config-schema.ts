/** The JSON Schema of the configuration, made from its shape and the rules. */
import { configShape, optionShape, ruleLevels, type Shape } from './config.ts'
import { families, type Rule } from './rule.ts'
import { rules } from './rules/index.ts'

type JsonSchema = Record<string, unknown>

export function configJsonSchema(): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Configuration of goaldoc',
    ...schemaOf(configShape),
    $defs: {
      level: { enum: [...ruleLevels], description: 'How much a finding counts; `on` is the severity of the rule itself' },
      rules: {
        type: 'object',
        properties: {
          ...Object.fromEntries(Object.keys(families).map((family) => [`${family}/*`, { $ref: '#/$defs/level' }])),
          ...Object.fromEntries(rules.map((rule) => [rule.name, ruleSchema(rule)])),
        },
        additionalProperties: false,
      },
    },
  }
}

function ruleSchema(rule: Rule): JsonSchema {
  const options = Object.entries(rule.options)
  const properties = Object.fromEntries(
    options.map(([name, option]) => [name, { ...schemaOf(optionShape(option)), default: option.default }]),
  )
  return {
    description: rule.what,
    anyOf: [
      { $ref: '#/$defs/level' },
      { type: 'object', properties: { severity: { $ref: '#/$defs/level' }, ...properties }, additionalProperties: false },
    ],
  }
}

function schemaOf(shape: Shape): JsonSchema {
  const described = shape.description ? { description: shape.description } : {}
  switch (shape.type) {
    case 'list':
      return { type: 'array', items: schemaOf(shape.items), ...described }
    case 'map':
      return { type: 'object', additionalProperties: schemaOf(shape.values), ...described }
    case 'object': {
      const properties = Object.fromEntries(Object.entries(shape.keys).map(([key, value]) => [key, schemaOf(value)]))
      return {
        type: 'object',
        properties,
        additionalProperties: false,
        ...(shape.required ? { required: [...shape.required] } : {}),
        ...described,
      }
    }
    case 'either':
      return { anyOf: shape.of.map(schemaOf), ...described }
    case 'rules':
      return { $ref: '#/$defs/rules', ...described }
    default:
      return {
        type: shape.type,
        ...(shape.values ? { enum: [...shape.values] } : {}),
        ...(shape.minimum === undefined ? {} : { minimum: shape.minimum }),
        ...described,
      }
  }
}
