/** `goaldoc.config.*`: the nearest one above a file is used. It is validated strictly; every error has a place. */
import { statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { type Config, extendConfig, type RosterConfig } from '../lint/index.ts'
import { isOutside, repositoryRoot } from './boundary.ts'
import { cannot } from './errors.ts'
import { exists, readText, shownPath } from './files.ts'
import { isDistrusted, isTracked } from './git.ts'
import { ignoredBy } from './ignored.ts'
import { type OriginalTemplates, openOriginalTemplates } from './original-templates.ts'
import { type Places, typeScriptPlaces, yamlPlaces } from './places.ts'
import { type Problem, readYamlValue, valueError } from './value-error.ts'

/** The names of configurations, in order of preference. */
export const configurationNames = [
  'goaldoc.config.yaml',
  'goaldoc.config.yml',
  'goaldoc.config.json',
  'goaldoc.config.ts',
] as const

/** A configuration and its folder. */
export interface Configuration {
  /** The file; absent if there is none and the defaults apply. */
  path?: string
  /** The folder that its paths and globs are relative to. */
  folder: string
  /** With the paths of the roster, the profiles and the baseline made absolute. */
  config: Config
  /** Whether it ignores a file. */
  isIgnored(path: string): boolean
  /** A path as globs match it: relative to the folder, with slashes. */
  nameOf(path: string): string
  /** Template documents as they were when documents were added. */
  templates: OriginalTemplates
  /** Whether models and configurations in TypeScript, which are code, are loaded. */
  isCodeAllowed: boolean
}

export interface ConfigurationOptions {
  /** A file to use instead of the nearest configuration. */
  config?: string
  /** On unless it is turned off. */
  isCodeAllowed?: boolean
}

/** What the configurations of a run have in common. */
type Shared = Pick<Configuration, 'templates' | 'isCodeAllowed'>

/** The configurations of files; each one is read once. */
export interface Configurations {
  of(path: string): Promise<Configuration>
  templates: OriginalTemplates
}

export function openConfigurations(
  cwd: string,
  { config: named, isCodeAllowed = true }: ConfigurationOptions = {},
): Configurations {
  const templates = openOriginalTemplates()
  const shared: Shared = { templates, isCodeAllowed }
  const byFile = new Map<string, Promise<Configuration>>()
  const load = (file: string) => {
    const known = byFile.get(file)
    if (known) return known
    const loading = loadConfiguration(file, cwd, shared)
    byFile.set(file, loading)
    return loading
  }
  const byFolder = new Map<string, Promise<Configuration>>()
  const nearest = (folder: string): Promise<Configuration> => {
    const known = byFolder.get(folder)
    if (known) return known
    const file = configurationNames.map((name) => join(folder, name)).find(exists)
    const isTop = dirname(folder) === folder || exists(join(folder, '.git'))
    const found = file
      ? load(unplanted(file, cwd))
      : isTop
        ? Promise.resolve(configurationFrom({}, cwd, shared))
        : nearest(dirname(folder))
    byFolder.set(folder, found)
    return found
  }
  if (named !== undefined) {
    const file = resolve(cwd, named)
    return { of: () => load(file), templates }
  }
  return { of: (path) => nearest(dirname(resolve(path))), templates }
}

/** A configuration that was found. Throws if another user put it into a shared folder, e.g. the one for temporary files: it can be code.
 * A file that git tracks, in a repository that git trusts, is as good as the rest of the repository, whoever updated the checkout.
 */
function unplanted(file: string, cwd: string): string {
  const me = process.geteuid?.()
  const [owner, folder] = [statSync(file).uid, statSync(dirname(file)).uid]
  if (me === undefined || [me, 0, folder].includes(owner) || isTracked(file)) return file
  throw cannot(
    `use ${shownPath(file, cwd)}`,
    'another user put it into a folder of somebody else',
    isDistrusted(dirname(file))
      ? 'If you trust the repository, add it to `safe.directory` in the configuration of git (`git help config`), or name the file with --config'
      : 'If you trust it, name it with --config',
  )
}

function configurationFrom(config: Config, folder: string, shared: Shared, path?: string): Configuration {
  const isIgnored = ignoredBy(config.ignores ?? [], folder)
  const nameOf = (file: string) => relative(folder, file).split(sep).join('/')
  const named = withTemplateNames(config, nameOf)
  return { ...(path ? { path } : {}), folder, config: named, isIgnored: (file) => isIgnored(file), nameOf, ...shared }
}

async function loadConfiguration(file: string, cwd: string, shared: Shared): Promise<Configuration> {
  return configurationFrom(await readConfiguration(file, cwd, [], shared), dirname(file), shared, file)
}

/** The error for a profile that does not exist, with the places where the configuration names it. `undefined` if it does not,
 * e.g. because the configuration that it extends does.
 */
export async function refusedProfile({ path, folder, isCodeAllowed }: Configuration, name: string, message: string, cwd: string) {
  if (path === undefined) return undefined
  const shown = shownPath(path, cwd)
  const { value, text, places } = await readValue(path, shown, isCodeAllowed)
  const { profile, overrides = [] } = (value ?? {}) as Config
  const isMeant = (written: string | undefined) =>
    written === name || (isTemplatePath(written) && resolve(folder, written) === resolve(folder, name))
  const paths: (string | number)[][] = [
    ...(isMeant(profile) ? [['profile']] : []),
    ...overrides.flatMap((part, index) => (isMeant(part.profile) ? [['overrides', index, 'profile']] : [])),
  ]
  if (paths.length === 0) return undefined
  const problems = paths.map((path) => ({ path, message }))
  return valueError(shown, text, problems, await places())
}

/** The configuration merged with the one that it extends. */
async function readConfiguration(file: string, cwd: string, above: readonly string[], shared: Shared): Promise<Config> {
  const shown = shownPath(file, cwd)
  if (above.includes(file)) throw cannot(`use ${shown}`, 'it extends itself', 'Remove one `extends`')
  const { value, text, places } = await readValue(file, shown, shared.isCodeAllowed)
  const { validateConfig } = await import('../lint/index.ts')
  const mistakes = validateConfig(value ?? {})
  const problems = mistakes.length > 0 ? mistakes : strayPaths((value ?? {}) as Config, file)
  if (problems.length > 0) throw valueError(shown, text, problems, await places())
  const config = absolute((value ?? {}) as Config, dirname(file))
  let base: Config | undefined
  for (const [index, name] of [config.extends ?? []].flat().entries()) {
    const path = extended(name, file)
    if (path === undefined) {
      const problem = {
        path: Array.isArray(config.extends) ? ['extends', index] : ['extends'],
        atKey: false,
        message: `Configuration \`${name}\` does not exist`,
      }
      throw valueError(shown, text, [problem], await places())
    }
    const other = await readConfiguration(path, cwd, [...above, file], shared)
    base = base ? extendConfig(base, other) : other
  }
  const { extends: _, ...own } = config
  return base ? extendConfig(base, own) : own
}

interface ReadValue {
  value: unknown
  text: string
  places(): Promise<Places>
}

async function readValue(file: string, shown: string, isCodeAllowed: boolean): Promise<ReadValue> {
  const text = readText(file, shown)
  if (file.endsWith('.ts')) {
    const { loadTypeScript } = await import('./typescript.ts')
    const value = await loadTypeScript(file, shown, isCodeAllowed)
    return { value, text, places: async () => typeScriptPlaces(text, value) }
  }
  const places = () => yamlPlaces(text)
  if (file.endsWith('.json')) {
    try {
      return { value: JSON.parse(text), text, places }
    } catch {
      // JSON is read as YAML, which includes JSON, so that errors have a place.
    }
  }
  return { value: await readYamlValue(text, shown), text, places }
}

/** A path in a configuration, and where it is written. */
type Named = [place: (string | number)[], path: string | undefined]

/** The paths in a configuration that are outside of its repository. With these, a pull request could print other files of the
 * machine.
 */
function strayPaths(config: Config, file: string): Problem[] {
  const root = repositoryRoot(dirname(file))
  const { extends: bases, profiles, baseline, overrides = [] } = config
  const named: Named[] = [
    ...(Array.isArray(bases) ? bases.map((base, index): Named => [['extends', index], base]) : [[['extends'], bases] as Named]),
    [['profiles'], profiles],
    [['baseline'], baseline],
    ...pathsOfPart(config, []),
    ...overrides.flatMap((part, index) => pathsOfPart(part, ['overrides', index])),
  ]
  return named.flatMap(([path, name]) => {
    if (name === undefined) return []
    const to = path[0] === 'extends' ? extended(name, file) : resolve(dirname(file), name)
    if (to === undefined || !isOutside(to, root)) return []
    return [{ path, atKey: false, message: `Path \`${name}\` leads out of the repository` }]
  })
}

/** The paths of the configuration itself, or of an override. */
function pathsOfPart({ profile, roster }: Pick<Config, 'profile' | 'roster'>, at: Named[0]): Named[] {
  return [
    [[...at, 'profile'], isTemplatePath(profile) ? profile : undefined],
    typeof roster === 'string' ? [[...at, 'roster'], roster] : [[...at, 'roster', 'file'], roster?.file],
  ]
}

/** A configuration as a path or as a package. */
function extended(name: string, file: string): string | undefined {
  if (/^[./]/.test(name) || exists(resolve(dirname(file), name))) {
    const path = resolve(dirname(file), name)
    return exists(path) ? path : undefined
  }
  try {
    return createRequire(file).resolve(name)
  } catch {
    return undefined
  }
}

/** Paths in a configuration are relative to it, also if another one extends it. */
function absolute(config: Config, folder: string): Config {
  const at = (path: string) => resolve(folder, path)
  const roster = (value: string | RosterConfig | undefined) =>
    typeof value === 'string' ? at(value) : value?.file === undefined ? value : { ...value, file: at(value.file) }
  return {
    ...config,
    ...(config.profiles === undefined ? {} : { profiles: at(config.profiles) }),
    ...(isTemplatePath(config.profile) ? { profile: at(config.profile) } : {}),
    ...(config.baseline === undefined ? {} : { baseline: at(config.baseline) }),
    ...(config.roster === undefined ? {} : { roster: roster(config.roster)! }),
    ...(config.overrides
      ? {
          overrides: config.overrides.map((part) => ({
            ...part,
            ...(part.roster === undefined ? {} : { roster: roster(part.roster)! }),
            ...(isTemplatePath(part.profile) ? { profile: at(part.profile) } : {}),
          })),
        }
      : {}),
  }
}

/** Whether a profile is a template document. */
function isTemplatePath(profile: string | undefined): profile is string {
  return profile?.endsWith('.rst') ?? false
}

/** Template documents by the names that models use: their paths relative to the configuration. */
function withTemplateNames(config: Config, nameOf: (path: string) => string): Config {
  const named = <Part extends { profile?: string }>(part: Part): Part =>
    isTemplatePath(part.profile) ? { ...part, profile: nameOf(part.profile) } : part
  return { ...named(config), ...(config.overrides ? { overrides: config.overrides.map(named) } : {}) }
}

/** The template documents that a configuration names as profiles, by their names. */
export function templateNames({ config }: Configuration): string[] {
  const profiles = [config.profile, ...(config.overrides ?? []).map((part) => part.profile)]
  return [...new Set(profiles.filter(isTemplatePath))]
}
