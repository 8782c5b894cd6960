/** The configuration for a path, and the merging of configurations. */
import type { DocutilsVersion } from '../rst/index.ts'
import { globMatcher } from '../text/index.ts'
import type { Config, PathConfig, RosterConfig, RuleSetting } from './config-schema.ts'
import type { Severity } from './diagnostic.ts'
import { defaultOptions, type Rule } from './rule.ts'
import { rules } from './rules/index.ts'

/** Kinds of names that may be defined outside of the document. */
type KnownKind = keyof NonNullable<PathConfig['known']>

interface RuleState {
  severity: Severity | 'off'
  options: Record<string, unknown>
}

/** The settings for one path. */
export interface ResolvedConfig {
  docutils?: DocutilsVersion
  profile?: string
  known: Record<KnownKind, string[]>
  roster: RosterConfig
  rules: Map<string, RuleState>
}

const noneKnown = (): Record<KnownKind, string[]> => ({ directives: [], roles: [], projects: [], substitutions: [], targets: [] })
const knownKinds = Object.keys(noneKnown()) as KnownKind[]

/** The settings for a path, which is relative to the configuration. `extra` are settings that take precedence, e.g. those of `--rule`. */
export function resolveConfig(config: Config, path: string, extra: Record<string, RuleSetting> = {}): ResolvedConfig {
  const resolved: ResolvedConfig = { known: noneKnown(), roster: {}, rules: new Map() }
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

/** Settings of families are applied first, so that a rule can be on in a family that is off. */
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
  // Setting an option of a rule turns the rule on, unless it was turned off before.
  const level =
    severity ?? (Object.keys(options).length > 0 && state.severity === 'off' && rule.severity === 'off' ? 'on' : undefined)
  if (level === 'on') state.severity = rule.severity === 'off' ? 'warning' : rule.severity
  else if (level) state.severity = level
  Object.assign(state.options, options)
}

/** Merges two configurations: `over` takes precedence; lists and overrides are joined. */
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
    // The settings of `over` also take precedence over the overrides of `base`.
    overrides: [
      ...(base.overrides ?? []),
      ...(over.rules && base.overrides?.length ? [{ files: ['**'], rules: over.rules }] : []),
      ...(over.overrides ?? []),
    ],
    suppressions: { ...base.suppressions, ...over.suppressions },
  }
}
