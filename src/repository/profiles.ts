/** The profiles that a configuration names. */
import { builtinProfiles, type Profile } from '../document/index.ts'
import { nearest } from '../goal/index.ts'
import type { Configuration } from './configuration.ts'
import { cannot } from './errors.ts'

/** The project's own profiles, by name. */
export type Profiles = ReadonlyMap<string, Profile>

const loaded = new Map<string, Promise<Profiles>>()

/** The profiles of the folder that a configuration names; none where it names no folder. */
export async function ownProfiles(configuration: Configuration, cwd: string): Promise<Profiles> {
  const folder = configuration.config.profiles
  if (folder === undefined) return new Map()
  const { readProfiles } = await import('./profile-files.ts')
  const known = loaded.get(folder) ?? readProfiles(folder, cwd)
  loaded.set(folder, known)
  return known
}

/** All profiles that a document may have. The project's own come first: where a document is as like to a built-in one, they win. */
export function allProfiles(own: Profiles): readonly Profile[] {
  const named = [...own.values()]
  return [...named, ...builtinProfiles.filter((profile) => !own.has(profile.name))]
}

/** The profile of a name: the project's own, or one that is built in. */
export async function profileNamed(name: string, profiles: Profiles): Promise<Profile> {
  const known = allProfiles(profiles)
  const found = known.find((profile) => profile.name === name)
  if (found) return found
  const names = known.map((profile) => profile.name)
  const meant = nearest(name, names)
  throw cannot(
    `use the profile \`${name}\``,
    `there is none of that name${meant === undefined ? '' : `; the nearest is \`${meant}\``}`,
    `Known are ${names.map((one) => `\`${one}\``).join(', ')}`,
  )
}
