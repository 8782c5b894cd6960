import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { goalJsonSchema } from '../../src/goal/index.ts'

test('the committed schema is fresh; `npm run generate` writes it', () => {
  const committed = readFileSync(join(import.meta.dirname, '../../schemas/goal.schema.json'), 'utf8')
  expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(goalJsonSchema())))
})
