/** Profiles of a project: a folder each, with a `profile.yaml` and Handlebars templates (`.hbs`). */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { builtinProfiles, extendProfile, type Profile, type ProfileData, type Template } from '../document/index.ts'
import type { Configuration } from './configuration.ts'
import { cannot, reasonOf } from './errors.ts'
import { exists, isFolder, readText, shownPath } from './files.ts'

/** The profile in a folder. What its `profile.yaml` leaves out is that of the profile that it extends. */
export async function loadProfile(folder: string, cwd: string): Promise<Profile> {
  const shown = shownPath(folder, cwd)
  const { parse } = await import('yaml')
  const file = join(folder, 'profile.yaml')
  if (!exists(file)) throw cannot(`load the profile ${shown}`, 'it has no `profile.yaml`', 'Name the folder of a profile')
  let data: ProfileData
  try {
    data = parse(readText(file, `${shown}/profile.yaml`)) as ProfileData
  } catch (error) {
    throw cannot(`load ${shown}/profile.yaml`, reasonOf(error).replace(/:$/, ''), undefined, { cause: error })
  }
  if (typeof data?.name !== 'string') throw cannot(`load ${shown}/profile.yaml`, 'it has no `name`', 'Add one')
  try {
    return extendProfile(data, await loadTemplates(folder, shown), builtinProfiles)
  } catch (error) {
    if (error instanceof RangeError)
      throw cannot(`load ${shown}/profile.yaml`, error.message.replace(/^Cannot [^:]*: /, ''), undefined, { cause: error })
    throw error
  }
}

/** The templates of a folder by name, compiled without HTML escapes: RST is none. */
async function loadTemplates(folder: string, shown: string): Promise<Record<string, Template>> {
  const { default: Handlebars } = await import('handlebars')
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.hbs'))
    .sort()
  return Object.fromEntries(
    names.map((name) => {
      const text = readText(join(folder, name), `${shown}/${name}`)
      try {
        Handlebars.parse(text)
      } catch (error) {
        throw cannot(`load ${shown}/${name}`, 'the template is malformed', undefined, {
          detail: error instanceof Error ? error.message : '',
          cause: error,
        })
      }
      return [name.slice(0, -'.hbs'.length), Handlebars.compile(text, { noEscape: true }) as unknown as Template]
    }),
  )
}

/** The project's own profiles, by name. */
export type Profiles = ReadonlyMap<string, Profile>

const loaded = new Map<string, Promise<Profiles>>()

/** The profiles that a configuration names: the folder itself where it has a `profile.yaml`, else every folder in it. */
export function ownProfiles(configuration: Configuration, cwd: string): Promise<Profiles> {
  const folder = configuration.config.profiles
  if (folder === undefined) return Promise.resolve(new Map())
  const known = loaded.get(folder) ?? loadProfiles(folder, cwd)
  loaded.set(folder, known)
  return known
}

async function loadProfiles(folder: string, cwd: string): Promise<Profiles> {
  if (!isFolder(folder))
    throw cannot(`load the profiles in ${folder}`, 'there is no such folder', 'Correct `profiles` in the configuration')
  const folders = exists(join(folder, 'profile.yaml'))
    ? [folder]
    : readdirSync(folder)
        .sort()
        .map((name) => join(folder, name))
        .filter((path) => exists(join(path, 'profile.yaml')))
  const profiles = new Map<string, Profile>()
  for (const path of folders) {
    const profile = await loadProfile(path, cwd)
    profiles.set(profile.name, profile)
  }
  return profiles
}

/** The profile of a name: the project's own, or one that is built in. */
export async function profileNamed(name: string, profiles: Profiles): Promise<Profile> {
  const own = profiles.get(name)
  if (own) return own
  const found = builtinProfiles.find((profile) => profile.name === name)
  if (found) return found
  const known = [...profiles.keys(), ...builtinProfiles.map((profile) => profile.name)].map((known) => `\`${known}\``)
  throw cannot(`use the profile \`${name}\``, 'there is none of that name', `Known are ${known.join(', ')}`)
}
