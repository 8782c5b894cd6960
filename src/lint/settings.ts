/** The configuration for a path without the rules, so that commands that do not lint do not load them; and the merging of configurations. */
import type { DocutilsVersion } from '../rst/index.ts'
import { appendAll, globMatcher } from '../text/index.ts'
import type { Config, PathConfig, RosterConfig } from './config-schema.ts'

/** Kinds of names that may be defined outside of the document. */
type KnownKind = keyof NonNullable<PathConfig['known']>

/** The settings for one path, except those of rules. */
export interface PathSettings {
  docutils?: DocutilsVersion
  profile?: string
  known: Record<KnownKind, string[]>
  roster: RosterConfig
}

const noneKnown = (): Record<KnownKind, string[]> => ({ directives: [], roles: [], projects: [], substitutions: [], targets: [] })
const knownKinds = Object.keys(noneKnown()) as KnownKind[]

/** The configuration and those of its overrides that match a path, which is relative to the configuration. */
export function partsFor(config: Config, path: string): PathConfig[] {
  return [config, ...(config.overrides ?? []).filter((override) => globMatcher(override.files)(path))]
}

/** The settings for a path, which is relative to the configuration. */
export function settingsFor(config: Config, path: string): PathSettings {
  const settings: PathSettings = { known: noneKnown(), roster: {} }
  for (const part of partsFor(config, path)) {
    if (part.docutils !== undefined) settings.docutils = part.docutils
    if (part.profile !== undefined) settings.profile = part.profile
    for (const kind of knownKinds) appendAll(settings.known[kind], part.known?.[kind] ?? [])
    Object.assign(settings.roster, typeof part.roster === 'string' ? { file: part.roster } : part.roster)
  }
  return settings
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
