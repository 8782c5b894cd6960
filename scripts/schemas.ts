/** Writes the JSON Schema of a goal to `schemas/`, where it is committed: a change of the model shows up in review. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { goalJsonSchema } from '../src/goal/index.ts'

/** Writes the schemas that differ from what is there. */
export function writeSchemas(root: string): void {
  const file = join(root, 'schemas', 'goal.schema.json')
  const text = `${JSON.stringify(goalJsonSchema(), null, 2)}\n`
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

if (process.argv[1]?.endsWith('schemas.ts')) writeSchemas(join(import.meta.dirname, '..'))
