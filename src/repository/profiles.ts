/** The profiles that a configuration names. */
import { dirname, join, resolve } from 'node:path'
import { builtinProfiles, type Profile } from '../document/index.ts'
import { nearest } from '../text/index.ts'
import { isOutside, repositoryRoot } from './boundary.ts'
import { type Configuration, refusedProfile, templateNames } from './configuration.ts'
import { cannot } from './errors.ts'
import { exists } from './files.ts'
import { goalsFolder, isModelPath } from './model-paths.ts'
import { templateFileName } from './original-templates.ts'

/** The project's own profiles, by name. */
export type Profiles = ReadonlyMap<string, Profile>

const loaded = new Map<string, Promise<Profiles>>()

/** The profiles in the folder that a configuration names, and the template documents that it names as profiles. For a `document`,
 * the templates are those of the day when it was added.
 */
export async function ownProfiles(configuration: Configuration, cwd: string, document?: string): Promise<Profiles> {
  const { profiles: folder } = configuration.config
  const templates = templateNames(configuration)
  if (folder === undefined && templates.length === 0) return new Map()
  const key = [configuration.folder, folder, ...templates].join('\0')
  const known = loaded.get(key) ?? readAll(configuration, cwd)
  loaded.set(key, known)
  const profiles = await known
  if (document === undefined || templates.length === 0) return profiles
  const then = new Map(profiles)
  for (const name of templates) {
    const born = await configuration.templates.of(document, resolve(configuration.folder, name), name)
    if (born) then.set(name, born)
  }
  return then
}

async function readAll(configuration: Configuration, cwd: string): Promise<Profiles> {
  const { readProfiles, readTemplateDocument } = await import('./profile-files.ts')
  const { profiles: folder } = configuration.config
  const profiles = folder === undefined ? new Map<string, Profile>() : await readProfiles(folder, cwd)
  for (const name of templateNames(configuration)) {
    if (!exists(resolve(configuration.folder, name))) throw await unknownProfile(name, profiles, configuration, cwd)
    profiles.set(name, readTemplateDocument(name, configuration.folder, cwd))
  }
  return profiles
}

/** All profiles that a document may have. The project's own come first, so that they win if a document matches a built-in one equally well.
 */
export function allProfiles(own: Profiles): readonly Profile[] {
  const named = [...own.values()]
  return [...named, ...builtinProfiles.filter((profile) => !own.has(profile.name))]
}

/** The profile with a name, for a document: one of the project, a built-in one, or a template document by its path. */
export async function profileNamed(
  name: string,
  profiles: Profiles,
  configuration: Configuration,
  cwd: string,
  document?: string,
): Promise<Profile> {
  const template = await templateNamed(name, configuration, cwd, document, 'named')
  const found = template ?? allProfiles(profiles).find((profile) => profile.name === name)
  if (found) return found
  throw await unknownProfile(name, profiles, configuration, cwd)
}

async function unknownProfile(name: string, profiles: Profiles, configuration: Configuration, cwd: string): Promise<Error> {
  if (isModelPath(name))
    return cannot(`use the profile \`${name}\``, 'it is not a document', 'Name a document (.rst) or a profile')
  const names = allProfiles(profiles).map((profile) => profile.name)
  const refused = await refusedProfile(configuration, name, unknownProfileMessage(name, names), cwd)
  if (refused) return refused
  const meant = nearest(name, names)
  return cannot(
    `use the profile \`${name}\``,
    'it does not exist',
    `${meant === undefined ? '' : `The closest name is \`${meant}\`. `}Use one of ${listed(names)}`,
  )
}

/** *Unknown profile `chamipon`; did you mean `champion`?* */
export function unknownProfileMessage(name: string, names: readonly string[]): string {
  if (name.endsWith('.rst')) return `Unknown profile \`${name}\`; there is no such template`
  const meant = nearest(name, names)
  const remedy = meant === undefined ? `it is one of ${listed(names)}, or the path of a template` : `did you mean \`${meant}\`?`
  return `Unknown profile \`${name}\`; ${remedy}`
}

function listed(names: readonly string[]): string {
  return names.map((one) => `\`${one}\``).join(', ')
}

/** The template in the folder of the goals when a document was added, for documents that name no profile. */
export async function originalTemplateOf(document: string, { templates }: Configuration): Promise<Profile | undefined> {
  const goals = goalsFolder(dirname(document))
  return goals === undefined ? undefined : templates.of(document, join(goals, templateFileName), `goals/${templateFileName}`)
}

/** The profile of a template document by its path, as it was when the document was added; `undefined` if the path is not one. */
export async function templateNamed(
  name: string,
  { folder, templates }: Configuration,
  cwd: string,
  document?: string,
  how: 'of' | 'named' = 'of',
): Promise<Profile | undefined> {
  if (!name.endsWith('.rst')) return undefined
  const home = [folder, repositoryRoot(cwd)].find((place) => place !== undefined && exists(resolve(place, name)))
  if (home === undefined) return undefined
  const key = resolve(home, name)
  if (isOutside(key, repositoryRoot(home))) return undefined
  const born = document === undefined ? undefined : await templates[how](document, key, name)
  if (born) return born
  const known = todays.get(key) ?? import('./profile-files.ts').then((files) => files.readTemplateDocument(name, home, cwd))
  todays.set(key, known)
  return known
}

const todays = new Map<string, Promise<Profile>>()

/** Forgets all profiles and templates, because their files have changed. */
export function forgetProfiles(): void {
  loaded.clear()
  todays.clear()
}
