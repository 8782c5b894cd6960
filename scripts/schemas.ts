/** Writes the JSON Schemas to `schemas/`. They are committed, so that reviewers see changes. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { profileJsonSchema } from '../src/document/index.ts'
import { goalJsonSchema } from '../src/goal/index.ts'
import { configJsonSchema } from '../src/lint/index.ts'
import { changesJsonSchema, reportJsonSchema, statusJsonSchema } from '../src/report/index.ts'
import { writeShapes } from './shapes.ts'

/** Functions that return the schemas, by the names of their files in `schemas/`. */
export const schemas: Readonly<Record<string, () => Record<string, unknown>>> = {
  'goal.schema.json': goalJsonSchema,
  'profile.schema.json': profileJsonSchema,
  'config.schema.json': configJsonSchema,
  'report.schema.json': reportJsonSchema,
  'status.schema.json': statusJsonSchema,
  'changes.schema.json': changesJsonSchema,
}

/** Writes the schemas that have changed, and the shapes of a goal. */
export function writeSchemas(root: string): void {
  writeShapes(root)
  for (const [name, schema] of Object.entries(schemas)) {
    const file = join(root, 'schemas', name)
    const text = `${JSON.stringify(schema(), null, 2)}\n`
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

if (process.argv[1]?.endsWith('schemas.ts')) writeSchemas(join(import.meta.dirname, '..'))
