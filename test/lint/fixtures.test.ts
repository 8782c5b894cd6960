/** Fixtures of rules: `test/fixtures/lint/FAMILY/RULE/NAME.rst`, found by listing.
 *
 * A fixture is a document that ends with the whole of what is found in it, or with `.. expect: nothing`. These lines are not
 * part of the document:
 *
 *     .. expect: 4:1-4:14 rst/title-underline warning
 *        Underline of 12 characters; the title has 14
 *        related 3:1-3:15: title
 *        docutils 2 at line 4: Title underline too short.
 *        data {"actual":12}
 *        safe fix: Lengthen the underline
 *
 * All rules run, that of the folder is on whatever its default. Beside it may be `NAME.yaml` with `path`, `config`,
 * `options` (of the rule), `roster`, `rosterOptions`, `model`, `before` (the last version), `project` (files around
 * it), `site` (the repository) and `withoutFinalNewline`, and
 * `NAME.fixed.rst`, what all fixes of the rule make of it. `UPDATE=1` writes expectations and fixed documents: read the diff.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseModel } from '../../src/goal/index.ts'
import {
  type Config,
  type Diagnostic,
  type Example,
  fileKind,
  fixAll,
  type LintOptions,
  lint,
  rules,
  siteOfExample,
  validateConfig,
} from '../../src/lint/index.ts'
import { loadRoster, type RosterOptions } from '../../src/roster/index.ts'
import type { Place } from '../../src/text/index.ts'
import { sphinxPlace } from './sphinx-project.ts'

const root = join(import.meta.dirname, '../fixtures/lint')
const isUpdate = Boolean(process.env.UPDATE)

interface Settings {
  path?: string
  config?: Config
  options?: Record<string, unknown>
  roster?: string
  rosterOptions?: RosterOptions
  model?: string
  before?: string
  project?: Record<string, string>
  site?: Example['site']
  withoutFinalNewline?: boolean
}

/** The document and its expectations. */
function readFixture(text: string): { source: string; expected: string[]; newline: string } {
  const at = /^\.\. expect:/m.exec(text)?.index ?? text.length
  const expected = text
    .slice(at)
    .replaceAll('\r\n', '\n')
    .split(/^\.\. expect: /m)
    .slice(1)
    .map((finding) => finding.trimEnd())
  return { source: text.slice(0, at), expected, newline: text.includes('\r\n') ? '\r\n' : '\n' }
}

function optionsOf(rule: string, settings: Settings, source: string): LintOptions {
  return {
    path: settings.path ?? 'goals/orbit/telescopes.rst',
    config: settings.config ?? {},
    settings: { [rule]: { severity: 'on', ...settings.options } },
    ...(settings.roster
      ? { roster: loadRoster(settings.roster, { path: 'reference/projects.yaml', ...settings.rosterOptions }) }
      : {}),
    ...(settings.project ? { sphinx: sphinxPlace(settings.project, settings.path ?? 'orbit.rst', source) } : {}),
    ...(settings.site ? { site: siteOfExample(settings.site), kind: fileKind(settings.path ?? '') } : {}),
    ...(settings.before === undefined ? {} : { before: { name: 'HEAD', source: settings.before } }),
    ...(settings.model ? { model: { goal: parseModel(settings.model).goal!, path: 'goals/orbit/telescopes.yaml' } } : {}),
  }
}

const describeFound = (found: readonly Diagnostic[]) => (found.length === 0 ? ['nothing'] : found.map(describeFinding))

/** A finding as its fixture says it: the place, the rule and the severity, then a line for each of the other parts. */
function describeFinding({ ruleId, severity, message, related, docutils, data, fix, ...place }: Diagnostic): string {
  const lines = [
    `${describePlace(place)} ${ruleId} ${severity}`,
    message,
    ...(related ?? []).map(({ message, path, ...at }) => `related ${path ? `${path}:` : ''}${describePlace(at)}: ${message}`),
    ...(docutils
      ? [`docutils ${docutils.level} at ${docutils.line ? `line ${docutils.line}` : 'no line'}: ${docutils.message}`]
      : []),
    ...(data ? [`data ${JSON.stringify(data)}`] : []),
    ...(fix ? [`${fix.safe ? 'safe' : 'unsafe'} fix: ${fix.title}`] : []),
  ]
  return lines.map((line) => line.replaceAll('\r', '\\r').replaceAll('\n', '\\n')).join('\n   ')
}

const describePlace = ({ line, column, endLine, endColumn }: Place) => `${line}:${column}-${endLine}:${endColumn}`

/** Whether the finding that a fixture describes is of a rule. */
const isOf = (rule: string) => (finding: string) => finding.split(/\s/)[1] === rule

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  const folder = join(root, name)
  const files = existsSync(folder)
    ? readdirSync(folder).filter((file) => file.endsWith('.rst') && !file.endsWith('.fixed.rst'))
    : []

  it('has fixtures with findings, without findings, and with fixes', () => {
    const all = files.map((file) => readFixture(readFileSync(join(folder, file), 'utf8')).expected)
    expect(files.length, `${name} needs three fixtures in test/fixtures/lint/${name}/`).toBeGreaterThanOrEqual(3)
    expect(all.some((expected) => expected.some(isOf(name)))).toBe(true)
    expect(all.some((expected) => !expected.some(isOf(name)))).toBe(true)
    if (rule.fixes) expect(files.some((file) => existsSync(join(folder, file.replace(/\.rst$/, '.fixed.rst'))))).toBe(true)
  })

  it.each(files)('%s', (file) => {
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    const { source: whole, expected, newline } = readFixture(text)
    const yaml = path.replace(/\.rst$/, '.yaml')
    const settings: Settings = existsSync(yaml) ? parse(readFileSync(yaml, 'utf8')) : {}
    expect(validateConfig(settings.config ?? {})).toEqual([])
    const source = settings.withoutFinalNewline ? whole.trimEnd() : whole
    const options = optionsOf(name, settings, source)
    const found = lint(source, options)
    const fixedPath = path.replace(/\.rst$/, '.fixed.rst')
    const { source: fixed, diagnostics: left } = fixAll(source, {
      ...options,
      only: [name, ...(rule.runsLast ? rules.map((other) => other.name) : [])],
      unsafe: true,
    })
    if (isUpdate) {
      writeFileSync(
        path,
        whole +
          describeFound(found)
            .map((finding) => `.. expect: ${finding}\n`.replaceAll('\n', newline))
            .join(''),
      )
      if (fixed !== source) writeFileSync(fixedPath, fixed)
      else rmSync(fixedPath, { force: true })
      return
    }
    expect(expected, `${file} does not say what is expected; UPDATE=1 writes what is found`).not.toEqual([])
    expect(describeFound(found)).toEqual(expected)
    expect(existsSync(fixedPath) ? readFileSync(fixedPath, 'utf8') : source).toBe(fixed)
    expect(left.filter((diagnostic) => diagnostic.ruleId === name && diagnostic.fix)).toEqual([])
  })
})

describe('fixtures', () => {
  it('belong to rules', () => {
    const folders = readdirSync(root).flatMap((family) => readdirSync(join(root, family)).map((rule) => `${family}/${rule}`))
    expect(folders.filter((folder) => !rules.some((rule) => rule.name === folder))).toEqual([])
  })
})
