/** A model in an editor that knows YAML and nothing of goaldoc: its schema line is all there is. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { CompletionList } from 'vscode-languageserver-protocol'
import { statuses } from '../../src/goal/index.ts'
import { folder, telescopes } from '../cli/run.ts'
import { type Client, client, rangeOf } from './client.ts'

const require = createRequire(import.meta.url)
const root = join(import.meta.dirname, '../..')
const name = 'goals/catalog.yaml'
const schema = readFileSync(join(root, 'schemas/goal.schema.json'), 'utf8')
const { Goal, Team } = (JSON.parse(schema) as { $defs: Record<'Goal' | 'Team', { properties: object }> }).$defs

let editor: Client
let model: string
beforeAll(async () => {
  const place = folder({
    '.goaldoc/goal.schema.json': schema,
    'goals/catalog.rst': telescopes,
  })
  await place.goaldoc(['import', 'goals/catalog.rst'])
  model = place.read(name)
  editor = await client(place.path, {}, [require.resolve('yaml-language-server/bin/yaml-language-server'), '--stdio'])
})

test('a model written by goaldoc is valid for its schema', async () => {
  expect(model.split('\n')[0]).toBe('# yaml-language-server: $schema=../.goaldoc/goal.schema.json')
  expect(await editor.open(name, model)).toEqual([])
})

test('keys and statuses are completed where they are allowed', async () => {
  const completed = async (text: string) => {
    const { start } = rangeOf(text, '¦')
    await editor.change(name, text.replace('¦', ''))
    const { items } = await editor.ask<CompletionList>('textDocument/completion', name, { position: start })
    return items.map(({ label }) => label).sort()
  }
  expect(await completed(`${model}de¦`)).toEqual(
    Object.keys(Goal.properties)
      .filter((key) => !model.includes(`\n${key}:`))
      .sort(),
  )
  expect(await completed(model.replace('- name: kepler', '- name: kepler\n    ¦'))).toEqual(
    Object.keys(Team.properties)
      .filter((key) => !['name', 'planning', 'completion'].includes(key))
      .sort(),
  )
  expect(await completed(model.replace('- name: kepler', '- name: kepler\n    status: ¦'))).toEqual([...statuses].sort())
})

test('errors have their place, and keys have a description', async () => {
  const text = model.replace('title:', 'titel:').replace('- name: kepler', '- name: kepler\n    status: finished')
  const found = await editor.change(name, text)
  expect(found.map(({ range, message }) => [range, message])).toEqual([
    [rangeOf(text, 'p'), 'Missing property "title".'],
    [rangeOf(text, 'finished'), `Value is not accepted. Valid values: ${statuses.map((status) => `"${status}"`).join(', ')}.`],
    [rangeOf(text, 'titel'), 'Property titel is not allowed.'],
  ])
  const { start } = rangeOf(text, 'status')
  const { contents } = await editor.ask<{ contents: { value: string } }>('textDocument/hover', name, { position: start })
  expect(contents.value).toContain('The status, if the artifacts do not show it\n\nAllowed Values:')
})
