import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  type Config,
  configJsonSchema,
  extendConfig,
  parseRuleFlag,
  resolveConfig,
  rules,
  validateConfig,
} from '../../src/lint/index.ts'
import { globMatcher } from '../../src/text/index.ts'

const problems = (config: unknown) => validateConfig(config).map(({ path, message }) => `${path.join('.')}: ${message}`)

describe('validateConfig', () => {
  it('accepts a configuration with all keys', () => {
    expect(
      problems({
        $schema: './config.schema.json',
        extends: ['../base.yaml'],
        ignores: ['drafts/'],
        profile: 'champion',
        known: { directives: ['planets'], roles: ['star'], projects: ['hubble'] },
        roster: {
          file: 'reference/projects.yaml',
          asOf: '2017-01-24',
          aliases: { sky: 'Sky Survey' },
          exempt: [{ team: 'Vulcan', reason: 'was never seen' }],
        },
        rules: {
          'style/*': 'off',
          'style/tab': 'error',
          'style/line-length': { severity: 'info', max: 100 },
          'link/insecure': 'on',
        },
        overrides: [{ files: ['goals/completed/**'], rules: { 'team/missing': 'off' } }],
        suppressions: { reason: true },
      }),
    ).toEqual([])
  })

  it('names the nearest key, rule, option and value', () => {
    expect(problems({ rule: {} })).toEqual(['rule: Unknown key `rule`; use `rules`'])
    expect(problems({ rules: { 'style/tabs': 'off' } })).toEqual(['rules.style/tabs: Unknown rule `style/tabs`; use `style/tab`'])
    expect(problems({ rules: { tab: 'off' } })).toEqual(['rules.tab: Unknown rule `tab`; use `style/tab`'])
    expect(problems({ rules: { 'style/line-length': { maximum: 3 } } })[0]).toMatch(
      /Unknown key `maximum`; use one of `severity`, `max`/,
    )
    expect(problems({ rules: { 'style/tab': 'warn' } })).toEqual([
      'rules.style/tab: Invalid value `warn`; use one of `off`, `on`, `error`, `warning`, `info`',
    ])
    expect(problems({ overrides: [{ rules: {} }] })).toEqual(['overrides.0: Missing key `files`'])
    expect(problems([])).toEqual([': Invalid value (a list); use a mapping'])
  })
})

describe('resolveConfig', () => {
  const config: Config = {
    rules: { 'style/*': 'off', 'style/tab': 'error' },
    overrides: [
      { files: ['goals/completed/**'], rules: { 'style/tab': 'off' }, roster: { asOf: 'pike' }, profile: 'champion' },
      { files: ['*.txt'], rules: { 'style/line-length': { max: 100 } } },
    ],
  }

  it('gives precedence to later and more specific settings', () => {
    expect(resolveConfig(config, 'goals/orbit.rst').rules.get('style/tab')?.severity).toBe('error')
    const completed = resolveConfig(config, 'goals/completed/pike/orbit.rst')
    expect(completed.rules.get('style/tab')?.severity).toBe('off')
    expect(completed.roster).toEqual({ asOf: 'pike' })
    expect(completed.profile).toBe('champion')
    expect(resolveConfig(config, 'goals/completed/orbit.rst', { 'style/tab': 'info' }).rules.get('style/tab')?.severity).toBe(
      'info',
    )
  })

  it('turns a rule on if an option of it is set', () => {
    expect(resolveConfig(config, 'a/b.txt').rules.get('style/line-length')).toEqual({
      severity: 'warning',
      options: { max: 100 },
    })
  })
})

it('merges a configuration with the one that it extends', () => {
  const joined = extendConfig(
    { rules: { 'style/tab': 'off' }, ignores: ['a'], overrides: [{ files: ['x/**'], rules: { 'style/tab': 'info' } }] },
    { rules: { 'style/tab': 'error' }, ignores: ['b'], roster: 'teams.yaml' },
  )
  expect(joined.ignores).toEqual(['a', 'b'])
  expect(resolveConfig(joined, 'x/orbit.rst').rules.get('style/tab')?.severity).toBe('error')
  expect(joined.roster).toEqual({ file: 'teams.yaml' })
})

it('a configuration that says nothing changes nothing of the other one', () => {
  const all: Config = {
    ignores: ['a'],
    docutils: '0.21',
    profile: 'champion',
    known: { directives: ['planets'], roles: [], projects: [], substitutions: [], targets: [] },
    roster: { file: 'teams.yaml', asOf: 'pike' },
    rules: { 'style/tab': 'error' },
    overrides: [{ files: ['x/**'], rules: { 'style/tab': 'off' }, docutils: '0.19', known: { directives: ['moons'] } }],
    suppressions: { reason: true },
  }
  expect(extendConfig(all, {})).toEqual(all)
  expect(extendConfig({}, all)).toEqual(all)
  expect(extendConfig({ rules: { 'style/tab': 'off' }, overrides: [] }, { rules: { 'style/tab': 'info' } }).overrides).toEqual([])
  const { roster: _, ...without } = all
  expect(extendConfig(without, {})).toEqual(without)
  const { docutils, profile, known, roster } = resolveConfig({ ...all, roster: 'list.yaml' }, 'x/orbit.rst')
  expect({ docutils, profile, roster, directives: known.directives }).toEqual({
    docutils: '0.19',
    profile: 'champion',
    roster: { file: 'list.yaml' },
    directives: ['planets', 'moons'],
  })
})

it('reads rules from flags', () => {
  expect(parseRuleFlag('style/tab:error')).toEqual({ name: 'style/tab', setting: 'error' })
  expect(parseRuleFlag('style/line-length')).toEqual({ name: 'style/line-length', setting: 'on' })
  expect(parseRuleFlag('style/tabs:error')).toMatchObject({ message: 'Unknown rule `style/tabs`; use `style/tab`' })
})

it('matches globs', () => {
  const cases: [string, string, boolean][] = [
    ['goals/completed/**', 'goals/completed/pike/orbit.rst', true],
    ['goals/completed/', 'goals/completed/pike/orbit.rst', true],
    ['goals/completed', 'goals/completed/pike/orbit.rst', true],
    ['goals/completed/**', 'goals/orbit.rst', false],
    ['*.rst', 'goals/orbit.rst', true],
    ['goals/*.rst', 'goals/pike/orbit.rst', false],
    ['goals/**/*.rst', 'goals/orbit.rst', true],
    ['goals/{pike,queens}/*.rst', 'goals/queens/orbit.rst', true],
    ['goals/[!p]*/*.rst', 'goals/pike/orbit.rst', false],
    ['goals/?ike/orbit.rst', './goals/pike/orbit.rst', true],
    ['goals.rst', 'goalsxrst', false],
  ]
  for (const [glob, path, expected] of cases) expect([glob, path, globMatcher([glob])(path)]).toEqual([glob, path, expected])
})

describe('the JSON Schema', () => {
  const schema = z.fromJSONSchema(configJsonSchema() as never)
  const scalar = fc.constantFrom<unknown>('off', 'error', 'pike', '0.19', '', null, true, 0, -1, 2.5, 80)
  const key = fc.constantFrom(
    ...['rules', 'roster', 'known', 'roles', 'file', 'exempt', 'team', 'reason', 'overrides', 'files', 'docutils', 'aliases'],
    ...['severity', 'max', 'style/*', 'style/tab', 'style/line-length', 'suppressions', 'extends', 'orbit', 'constructor'],
  )
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      scalar,
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(key, tie('value'), { maxKeys: 3 }),
    ),
  }))
  const config = fc.dictionary(key, value, { maxKeys: 3, noNullPrototype: true })

  it('accepts exactly the configurations that have no problems', () => {
    fc.assert(
      fc.property(config, (one) => {
        expect(validateConfig(one).length === 0).toBe(schema.safeParse(one).success)
      }),
      { numRuns: 3000 },
    )
  })

  it('has every rule', () => {
    const { $defs } = configJsonSchema() as { $defs: { rules: { properties: Record<string, unknown> } } }
    for (const rule of rules) expect($defs.rules.properties).toHaveProperty([rule.name])
  })
})

it('lists the values that a key accepts', () => {
  expect(
    problems({ roster: 5, known: { roles: 'star' }, rules: { 'style/tab': [], 'style/line-length': { max: 0.5 } } }),
  ).toEqual([
    'roster: Invalid value `5`; use a string, or a mapping',
    'known.roles: Invalid value `star`; use a list',
    'rules.style/tab: Invalid value (a list); use one of `off`, `on`, `error`, `warning`, `info`, or a mapping',
    'rules.style/line-length.max: Invalid value `0.5`; use a whole number',
  ])
  expect(problems({ rules: { 'style/line-length': { max: 0 } }, suppressions: { reason: 'yes' } })).toEqual([
    'rules.style/line-length.max: Invalid value `0`; use at least `20`',
    'suppressions.reason: Invalid value `yes`; use `true` or `false`',
  ])
})

it('a configuration with hundreds of errors lists a hundred, and long names are cut', () => {
  const rules = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`style/mars${index}`, 'off']))
  const problems = validateConfig({ rules })
  expect(problems).toHaveLength(101)
  expect(problems.at(-1)).toEqual({
    path: [],
    atKey: false,
    message: 'More than 100 errors; the others are not listed',
  })
  expect(validateConfig({ ['m'.repeat(5000)]: 1 })[0]!.message).toContain(`Unknown key \`${'m'.repeat(200)}…\`; use`)
})
