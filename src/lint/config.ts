/** The configuration for a path, with the settings of all rules. */
import { once } from '../text/index.ts'
import type { Config, RuleSetting } from './config-schema.ts'
import type { Severity } from './diagnostic.ts'
import { defaultOptions, type Rule } from './rule.ts'
import { rules } from './rules/index.ts'
import { type PathSettings, partsFor, settingsFor } from './settings.ts'

interface RuleState {
  severity: Severity | 'off'
  options: Record<string, unknown>
}

/** The settings for one path. */
export interface ResolvedConfig extends PathSettings {
  rules: ReadonlyMap<string, RuleState>
}

/** The settings for a path, which is relative to the configuration. `extra` are settings that take precedence, e.g. those of `--rule`. */
export function resolveConfig(config: Config, path: string, extra: Record<string, RuleSetting> = {}): ResolvedConfig {
  const reasons: Record<string, RuleSetting> = config.suppressions?.reason ? { 'suppression/reason': 'error' } : {}
  const settings = [reasons, ...partsFor(config, path).map((part) => part.rules ?? {}), extra]
  const changes = settings.filter((some) => Object.keys(some).length > 0)
  const states = changes.length === 0 ? defaults() : new Map(defaults())
  for (const change of changes) applySettings(states, change)
  return { ...settingsFor(config, path), rules: states }
}

/** The states of the rules without any setting. All paths share them. */
const defaults = once(
  () =>
    new Map(rules.map((rule): [string, RuleState] => [rule.name, { severity: rule.severity, options: defaultOptions(rule) }])),
)

/** Settings of families are applied first, so that a rule can be on in a family that is off. */
function applySettings(states: Map<string, RuleState>, settings: Record<string, RuleSetting>): void {
  const entries = Object.entries(settings)
  for (const [name, setting] of entries.filter(([name]) => name.endsWith('/*'))) {
    for (const rule of rules) if (rule.name.startsWith(name.slice(0, -1))) applySetting(states, rule, setting)
  }
  for (const [name, setting] of entries) {
    const rule = rules.find((candidate) => candidate.name === name)
    if (rule) applySetting(states, rule, setting)
  }
}

function applySetting(states: Map<string, RuleState>, rule: Rule, setting: RuleSetting): void {
  const state = states.get(rule.name)!
  const { severity, ...options } = typeof setting === 'string' ? { severity: setting } : setting
  // Setting an option of a rule turns the rule on, unless it was turned off before.
  const level =
    severity ?? (Object.keys(options).length > 0 && state.severity === 'off' && rule.severity === 'off' ? 'on' : undefined)
  const on = rule.severity === 'off' ? 'warning' : rule.severity
  states.set(rule.name, {
    severity: level === 'on' ? on : (level ?? state.severity),
    options: { ...state.options, ...options },
  })
}
