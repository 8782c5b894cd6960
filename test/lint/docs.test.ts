/** Pages and schemas that are made from the rules say what the rules say. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { rulePages } from '../../scripts/rule-docs.ts'

const root = join(import.meta.dirname, '../..')
const pages = rulePages()

it('is up to date', () => {
  const stale = [...pages].filter(
    ([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
  )
  expect(
    stale.map(([path]) => path),
    'run `npm run docs`',
  ).toEqual([])
})

it('has no page for a rule that does not exist', () => {
  const files = (readdirSync(join(root, 'docs/rules'), { recursive: true }) as string[]).filter((file) => file.endsWith('.md'))
  expect(files.filter((file) => !pages.has(`docs/rules/${file.replaceAll('\\', '/')}`))).toEqual([])
})
