/** The published schema of the JSON report. The compiler checks that it matches the types of the linter. */
import { z } from 'zod'
import type { Diagnostic } from '../lint/index.ts'
import type { Counts } from './format.ts'

const count = z.int().min(0)
const position = z.int().min(1)
const place = { line: position, column: position, endLine: position, endColumn: position, offset: count, endOffset: count }

const diagnostic = z.strictObject({
  ruleId: z.string().regex(/^[a-z]+\/[a-z0-9-]+$/),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  ...place,
  data: z.record(z.string(), z.unknown()).optional().meta({ description: 'Facts for programs, e.g. `team`' }),
  related: z
    .array(z.strictObject({ ...place, message: z.string(), path: z.string().optional() }))
    .optional()
    .meta({ description: 'Second places, in the same file where `path` is absent' }),
  fix: z
    .strictObject({
      edits: z.array(z.strictObject({ offset: count, endOffset: count, text: z.string() })),
      safe: z.boolean(),
      title: z.string(),
    })
    .optional(),
  url: z.string().optional().meta({ description: 'The page of the rule' }),
  docutils: z
    .strictObject({ level: z.int().min(1).max(4), line: count.optional(), message: z.string() })
    .optional()
    .meta({ description: 'What docutils says of the same thing' }),
}) satisfies z.ZodType<Diagnostic>

const summary = z.strictObject({
  error: count,
  warning: count,
  info: count,
  files: count,
  fixable: count,
  unsafe: count,
}) satisfies z.ZodType<Counts>

const reportSchema = z
  .strictObject({
    version: z.literal(1).meta({ description: 'Grows when a reader of the former version would break' }),
    files: z.array(z.strictObject({ path: z.string(), diagnostics: z.array(diagnostic) })),
    summary,
  })
  .meta({
    title: 'Report of goaldoc',
    description: 'Lines and columns are 1-based, offsets 0-based; all count UTF-16 code units, ends are exclusive',
  })
export type Report = z.infer<typeof reportSchema>

/** The JSON Schema of the report (draft 2020-12). */
export function reportJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(reportSchema)
}
