import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { schemas } from '../../scripts/schemas.ts'

test.each(Object.entries(schemas))('the committed %s is fresh; `npm run generate` writes it', (name, schema) => {
  const committed = readFileSync(join(import.meta.dirname, '../../schemas', name), 'utf8')
  expect(JSON.parse(committed)).toEqual(JSON.parse(JSON.stringify(schema())))
})
