/** The profiles that a configuration names. */
import { resolve } from 'node:path'
import { builtinProfiles, type Profile } from '../document/index.ts'
import { nearest } from '../text/index.ts'
import { type Configuration, templateNames } from './configuration.ts'
import { cannot } from './errors.ts'
import { exists } from './files.ts'
import { repositoryRoot } from './git.ts'

/** The project's own profiles, by name. */
export type Profiles = ReadonlyMap<string, Profile>

const loaded = new Map<string, Promise<Profiles>>()

/** The profiles of the folder that a configuration names, and the template documents that it names as profiles. */
export async function ownProfiles(configuration: Configuration, cwd: string): Promise<Profiles> {
  const folder = configuration.config.profiles
  const templates = templateNames(configuration)
  if (folder === undefined && templates.length === 0) return new Map()
  const key = [configuration.folder, folder, ...templates].join('\0')
  const known = loaded.get(key) ?? readAll(configuration, cwd)
  loaded.set(key, known)
  return known
}

async function readAll(configuration: Configuration, cwd: string): Promise<Profiles> {
  const { readProfiles, readTemplateDocument } = await import('./profile-files.ts')
  const { profiles: folder } = configuration.config
  const profiles = folder === undefined ? new Map<string, Profile>() : await readProfiles(folder, cwd)
  for (const name of templateNames(configuration)) profiles.set(name, readTemplateDocument(name, configuration.folder, cwd))
  return profiles
}

/** All profiles that a document may have. The project's own come first, so that they win if a document matches a built-in one equally well.
 */
export function allProfiles(own: Profiles): readonly Profile[] {
  const named = [...own.values()]
  return [...named, ...builtinProfiles.filter((profile) => !own.has(profile.name))]
}

/** The profile with a name: the project's own, a built-in one, or a template document by its path. */
export async function profileNamed(
  name: string,
  profiles: Profiles,
  configuration: Configuration,
  cwd: string,
): Promise<Profile> {
  const known = allProfiles(profiles)
  const found = known.find((profile) => profile.name === name)
  if (found) return found
  const template = await templateNamed(name, configuration, cwd)
  if (template) return template
  const names = known.map((profile) => profile.name)
  const meant = nearest(name, names)
  throw cannot(
    `use the profile \`${name}\``,
    'it does not exist',
    `${meant === undefined ? '' : `The closest name is \`${meant}\`. `}Use one of ${names.map((one) => `\`${one}\``).join(', ')}`,
  )
}

/** The profile of a template document that a model names by its path, if it exists. */
export async function templateNamed(name: string, { folder }: Configuration, cwd: string): Promise<Profile | undefined> {
  if (!name.endsWith('.rst')) return undefined
  const home = [folder, repositoryRoot(cwd)].find((place) => place !== undefined && exists(resolve(place, name)))
  if (home === undefined) return undefined
  const key = resolve(home, name)
  const known = templates.get(key) ?? import('./profile-files.ts').then((files) => files.readTemplateDocument(name, home, cwd))
  templates.set(key, known)
  return known
}

const templates = new Map<string, Promise<Profile>>()
