/** Everything, for programs. The shape is versioned; `reportJsonSchema` describes it. */
import type { Severity } from '../lint/index.ts'
import { countsOf, type Format } from './format.ts'

/** Grows when a reader of the former version would break. */
export const jsonVersion = 1

export const json: Format = {
  name: 'json',
  description: 'Everything that is known of the findings, versioned, with a schema',
  format(results) {
    const files = results.map(({ path, diagnostics }) => ({ path, diagnostics }))
    return `${JSON.stringify({ version: jsonVersion, files, summary: countsOf(results) }, null, 2)}\n`
  },
}

const count = { type: 'integer', minimum: 0 }
const place = {
  line: { type: 'integer', minimum: 1 },
  column: { type: 'integer', minimum: 1 },
  endLine: { type: 'integer', minimum: 1 },
  endColumn: { type: 'integer', minimum: 1 },
  offset: count,
  endOffset: count,
}

function object(properties: Record<string, unknown>, optional: readonly string[] = []) {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter((key) => !optional.includes(key)),
    additionalProperties: false,
  }
}

/** The JSON Schema of the report. */
export function reportJsonSchema(): Record<string, unknown> {
  const edit = object({ offset: count, endOffset: count, text: { type: 'string' } })
  const diagnostic = object(
    {
      ruleId: { type: 'string', pattern: '^[a-z]+/[a-z0-9-]+$' },
      severity: { enum: ['error', 'warning', 'info'] satisfies Severity[] },
      message: { type: 'string' },
      ...place,
      data: { type: 'object' },
      related: { type: 'array', items: object({ ...place, message: { type: 'string' }, path: { type: 'string' } }, ['path']) },
      fix: object({ edits: { type: 'array', items: edit }, safe: { type: 'boolean' }, title: { type: 'string' } }),
      url: { type: 'string' },
      docutils: object({ level: { enum: [1, 2, 3, 4] }, line: count, message: { type: 'string' } }),
    },
    ['data', 'related', 'fix', 'url', 'docutils'],
  )
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Report of goaldoc',
    description: 'Lines and columns are 1-based, offsets 0-based; all count UTF-16 code units, ends are exclusive',
    ...object({
      version: { const: jsonVersion },
      files: { type: 'array', items: object({ path: { type: 'string' }, diagnostics: { type: 'array', items: diagnostic } }) },
      summary: object({ error: count, warning: count, info: count, files: count, fixable: count, unsafe: count }),
    }),
  }
}
