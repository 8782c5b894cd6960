/** The configuration: its shape, what is wrong with one, and what holds for a path. */
import { type DocutilsVersion, docutilsVersions, newestDocutils } from '../rst/index.ts'
import { globMatcher, isRecord } from '../text/index.ts'
import { type Severity, severities } from './diagnostic.ts'
import { oneOf } from './near-miss.ts'
import { defaultOptions, type OptionSchema, type Rule } from './rule.ts'
import { rules } from './rules/index.ts'

export type RuleLevel = Severity | 'off' | 'on'
export const ruleLevels = ['off', 'on', ...severities] as const

/** `on` is the rule's own severity. An object has the rule's options beside its severity. */
export type RuleSetting = RuleLevel | { severity?: RuleLevel; [option: string]: unknown }

export interface RosterConfig {
  /** The official list, relative to the configuration. */
  file?: string
  /** The day, release or git revision whose list counts. */
  asOf?: string
  /** Other names under which teams stand in documents: name in the document → official name. */
  aliases?: Record<string, string>
  /** Old names of teams → new ones. */
  renamed?: Record<string, string>
  /** Teams that are none any more. */
  retired?: string[]
  /** Teams that need no section, or may have one without being official. */
  exempt?: { team: string; reason: string }[]
}

/** Kinds of names that are known from elsewhere. */
const knownKinds = ['directives', 'roles', 'projects', 'substitutions', 'targets'] as const
type KnownKind = (typeof knownKinds)[number]

/** What may differ from path to path. */
export interface PathConfig {
  /** The version of docutils whose messages count; the newest by default. */
  docutils?: DocutilsVersion
  /** A profile by name. */
  profile?: string
  known?: { [Kind in KnownKind]?: string[] }
  roster?: string | RosterConfig
  rules?: Record<string, RuleSetting>
}

export interface Config extends PathConfig {
  $schema?: string
  /** Configurations to start from, relative to this one. */
  extends?: string | string[]
  /** Files that are left alone, as in a `.gitignore`. */
  ignores?: string[]
  /** Folder of the project's own profiles. */
  profiles?: string
  /** Baseline of findings that are grandfathered. */
  baseline?: string
  overrides?: (PathConfig & { files: string[] })[]
  suppressions?: { reason?: boolean }
}

/** What is wrong with a configuration: the path to it, and what to do. */
export interface ConfigProblem {
  path: (string | number)[]
  message: string
  /** Whether it is about the key at the end of the path, and not about its value. */
  atKey: boolean
}

export interface RuleState {
  severity: Severity | 'off'
  options: Record<string, unknown>
}

/** What holds for one path. */
export interface ResolvedConfig {
  docutils?: DocutilsVersion
  profile?: string
  known: Record<KnownKind, string[]>
  roster: RosterConfig
  rules: Map<string, RuleState>
}

/** A shape of the configuration; the JSON Schema is made from the same table. */
export type Shape = { description?: string } & (
  | { type: 'string' | 'boolean' | 'integer'; values?: readonly string[]; minimum?: number }
  | { type: 'list'; items: Shape }
  | { type: 'map'; values: Shape }
  | { type: 'object'; keys: Record<string, Shape>; required?: readonly string[] }
  | { type: 'either'; of: readonly Shape[] }
  | { type: 'rules' }
)

const text = (description: string): Shape => ({ type: 'string', description })
const texts = (description: string): Shape => ({ type: 'list', items: { type: 'string' }, description })
const textMap = (description: string): Shape => ({ type: 'map', values: { type: 'string' }, description })

const rosterShape: Shape = {
  type: 'object',
  description: 'The official list of teams',
  keys: {
    file: text('The `projects.yaml`, relative to the configuration. Default: `reference/projects.yaml` of the repository'),
    asOf: text('The day (`2017-01-24`), release or git revision whose list counts'),
    aliases: textMap('Other names under which teams stand in documents, and their official ones'),
    renamed: textMap('Old names of teams, and their new ones'),
    retired: texts('Teams that are none any more'),
    exempt: {
      type: 'list',
      description: 'Teams that the `team/` rules leave alone',
      items: {
        type: 'object',
        keys: { team: text('The team'), reason: text('Why') },
        required: ['team', 'reason'],
      },
    },
  },
}

const pathKeys: Record<string, Shape> = {
  docutils: {
    type: 'string',
    values: docutilsVersions,
    description: `The version of docutils that the documents are built with. Default: the newest, ${newestDocutils}`,
  },
  profile: text(
    'The profile of the documents: `team-artifacts`, `champion`, `checklist`, one of your own, or the path of a template document (`.rst`)',
  ),
  known: {
    type: 'object',
    description: 'Names that are known besides those of docutils, Sphinx and the roster',
    keys: {
      directives: texts('Directives'),
      roles: texts('Roles'),
      projects: texts('Projects, for `team/project-name`'),
      substitutions: texts('Substitutions that documents use and do not define'),
      targets: texts('Targets that documents link to and do not define'),
    },
  },
  roster: { type: 'either', of: [text('The official list of teams'), rosterShape] },
  rules: { type: 'rules', description: 'Severities and options of rules' },
}

export const configShape: Shape & { type: 'object' } = {
  type: 'object',
  description: 'Configuration of goaldoc',
  keys: {
    $schema: text('The schema of this file, for editors'),
    extends: {
      type: 'either',
      of: [text('A configuration to start from'), texts('Configurations to start from, the last one wins')],
    },
    ignores: texts('Files to ignore, written as in a `.gitignore`'),
    profiles: text('The folder of your own profiles'),
    baseline: text('The file of known findings that are not reported'),
    ...pathKeys,
    suppressions: {
      type: 'object',
      keys: { reason: { type: 'boolean', description: 'Whether each suppression needs a reason after `--`' } },
    },
    overrides: {
      type: 'list',
      description: 'Settings for some paths; a later entry wins',
      items: { type: 'object', keys: { files: texts('Globs, relative to the configuration'), ...pathKeys }, required: ['files'] },
    },
  },
}

/** Everything that is wrong with a configuration. Strict: an unknown key or rule is a problem, with the nearest name. */
export function validateConfig(value: unknown): ConfigProblem[] {
  const problems: ConfigProblem[] = []
  check(value, configShape, [], problems)
  return problems
}

type Path = (string | number)[]

function check(value: unknown, shape: Shape, path: Path, problems: ConfigProblem[]): void {
  const wrong = (expected: string) =>
    problems.push({ path, atKey: false, message: `Invalid value ${show(value)}; use ${expected}` })
  switch (shape.type) {
    case 'string':
      if (typeof value !== 'string') wrong('a string')
      else if (shape.values && !shape.values.includes(value)) wrong(oneOf(value, shape.values))
      return
    case 'boolean':
      if (typeof value !== 'boolean') wrong('`true` or `false`')
      return
    case 'integer':
      if (!Number.isInteger(value)) wrong('a whole number')
      else if (shape.minimum !== undefined && (value as number) < shape.minimum) wrong(`at least \`${shape.minimum}\``)
      return
    case 'list':
      if (!Array.isArray(value)) wrong('a list')
      else for (const [index, item] of value.entries()) check(item, shape.items, [...path, index], problems)
      return
    case 'map':
      if (!isRecord(value)) wrong('a mapping')
      else for (const [key, item] of Object.entries(value)) check(item, shape.values, [...path, key], problems)
      return
    case 'object':
      if (!isRecord(value)) wrong('a mapping')
      else checkKeys(value, shape, path, problems)
      return
    case 'either':
      check(value, shape.of.find((option) => fits(value, option)) ?? shape.of[0]!, path, problems)
      return
    case 'rules':
      if (!isRecord(value)) wrong('a mapping of rules')
      else for (const [name, setting] of Object.entries(value)) checkRule(name, setting, [...path, name], problems)
  }
}

function checkKeys(
  value: Record<string, unknown>,
  shape: Shape & { type: 'object' },
  path: Path,
  problems: ConfigProblem[],
): void {
  for (const [key, item] of Object.entries(value)) {
    const known = Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined
    if (known) check(item, known, [...path, key], problems)
    else
      problems.push({
        path: [...path, key],
        atKey: true,
        message: `Unknown key \`${key}\`; use ${oneOf(key, Object.keys(shape.keys))}`,
      })
  }
  for (const key of shape.required ?? []) {
    if (!Object.hasOwn(value, key)) problems.push({ path, atKey: false, message: `Missing key \`${key}\`` })
  }
}

function checkRule(name: string, setting: unknown, path: Path, problems: ConfigProblem[]): void {
  const rule = rules.find((candidate) => candidate.name === name)
  if (!rule && !isFamily(name)) {
    problems.push({
      path,
      atKey: true,
      message: `Unknown rule \`${name}\`; use ${oneOf(
        name,
        rules.map((candidate) => candidate.name),
      )}`,
    })
    return
  }
  if (typeof setting === 'string') {
    check(setting, { type: 'string', values: ruleLevels }, path, problems)
    return
  }
  if (!isRecord(setting)) {
    problems.push({ path, atKey: false, message: `Invalid value ${show(setting)}; use a severity, or a mapping with options` })
    return
  }
  const options = rule ? Object.entries(rule.options).map(([key, option]) => [key, optionShape(option)] as const) : []
  checkKeys(
    setting,
    { type: 'object', keys: { severity: { type: 'string', values: ruleLevels }, ...Object.fromEntries(options) } },
    path,
    problems,
  )
}

/** An option of a rule as a shape of the configuration. */
export function optionShape(option: OptionSchema): Shape {
  const { description } = option
  if (option.type === 'strings')
    return { type: 'list', items: { type: 'string', ...(option.values ? { values: option.values } : {}) }, description }
  if (option.type === 'map') return { type: 'map', values: { type: 'string' }, description }
  return {
    type: option.type,
    description,
    ...(option.values ? { values: option.values } : {}),
    ...(option.minimum === undefined ? {} : { minimum: option.minimum }),
  }
}

/** Whether a value is of the kind of a shape, whatever is inside. */
function fits(value: unknown, shape: Shape): boolean {
  if (shape.type === 'list') return Array.isArray(value)
  return shape.type === typeof value || (isRecord(value) && (shape.type === 'object' || shape.type === 'map'))
}

/** Whether a name means every rule of a family: `style/*`. */
function isFamily(name: string): boolean {
  return name.endsWith('/*') && rules.some((rule) => rule.name.startsWith(name.slice(0, -1)))
}

function show(value: unknown): string {
  if (Array.isArray(value)) return '(a list)'
  if (isRecord(value)) return '(a mapping)'
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``
}

/** What holds for a path, which is relative to the configuration. `extra` are settings that win over all, as those of `--rule`. */
export function resolveConfig(config: Config, path: string, extra: Record<string, RuleSetting> = {}): ResolvedConfig {
  const known = { directives: [], roles: [], projects: [], substitutions: [], targets: [] }
  const resolved: ResolvedConfig = { known, roster: {}, rules: new Map() }
  for (const rule of rules) resolved.rules.set(rule.name, { severity: rule.severity, options: defaultOptions(rule) })
  const reason = resolved.rules.get('suppression/reason')
  if (config.suppressions?.reason && reason) reason.severity = 'error'
  const parts = [config, ...(config.overrides ?? []).filter((override) => globMatcher(override.files)(path))]
  for (const part of parts) {
    if (part.docutils !== undefined) resolved.docutils = part.docutils
    if (part.profile !== undefined) resolved.profile = part.profile
    for (const kind of knownKinds) resolved.known[kind].push(...(part.known?.[kind] ?? []))
    Object.assign(resolved.roster, typeof part.roster === 'string' ? { file: part.roster } : part.roster)
    applySettings(resolved.rules, part.rules ?? {})
  }
  applySettings(resolved.rules, extra)
  return resolved
}

/** Settings of families first, so that a rule can be on in a family that is off. */
function applySettings(states: Map<string, RuleState>, settings: Record<string, RuleSetting>): void {
  const entries = Object.entries(settings)
  for (const [name, setting] of entries.filter(([name]) => name.endsWith('/*'))) {
    for (const rule of rules) if (rule.name.startsWith(name.slice(0, -1))) applySetting(states.get(rule.name)!, rule, setting)
  }
  for (const [name, setting] of entries) {
    const rule = rules.find((candidate) => candidate.name === name)
    if (rule) applySetting(states.get(name)!, rule, setting)
  }
}

function applySetting(state: RuleState, rule: Rule, setting: RuleSetting): void {
  const { severity, ...options } = typeof setting === 'string' ? { severity: setting } : setting
  // Whoever sets an option of a rule wants the rule, unless it was turned off before.
  const level =
    severity ?? (Object.keys(options).length > 0 && state.severity === 'off' && rule.severity === 'off' ? 'on' : undefined)
  if (level === 'on') state.severity = rule.severity === 'off' ? 'warning' : rule.severity
  else if (level) state.severity = level
  Object.assign(state.options, options)
}

/** A setting as the command line writes it: `style/tab:error`. */
export function parseRuleFlag(flag: string): { name: string; setting: RuleLevel } | ConfigProblem {
  const at = flag.lastIndexOf(':')
  const name = at < 0 ? flag : flag.slice(0, at)
  const setting = at < 0 ? 'on' : flag.slice(at + 1)
  const [problem] = validateConfig({ rules: { [name]: setting } })
  return problem ?? { name, setting: setting as RuleLevel }
}

/** Two configurations as one: what `over` says wins, lists and overrides are joined. */
export function extendConfig(base: Config, over: Config): Config {
  const roster = [base.roster, over.roster].map((part) => (typeof part === 'string' ? { file: part } : part))
  const known = knownKinds.map((kind) => [kind, [...(base.known?.[kind] ?? []), ...(over.known?.[kind] ?? [])]] as const)
  return {
    ...base,
    ...over,
    ignores: [...(base.ignores ?? []), ...(over.ignores ?? [])],
    known: Object.fromEntries(known),
    ...(roster.some(Boolean) ? { roster: { ...roster[0], ...roster[1] } } : {}),
    rules: { ...base.rules, ...over.rules },
    // The settings of `over` hold against the overrides of `base` as well.
    overrides: [
      ...(base.overrides ?? []),
      ...(over.rules && base.overrides?.length ? [{ files: ['**'], rules: over.rules }] : []),
      ...(over.overrides ?? []),
    ],
    suppressions: { ...base.suppressions, ...over.suppressions },
  }
}
