/** From a model to the text of its document. */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Profile } from '../document/index.ts'
import type { Goal } from '../goal/index.ts'
import type { Configuration } from './configuration.ts'
import { cannot } from './errors.ts'
import { exists, inTheStyleOf, isFolder } from './files.ts'
import { loadProfile } from './profiles.ts'

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
  const { builtinProfiles } = await import('../document/index.ts')
  const found = builtinProfiles.find((profile) => profile.name === name)
  if (found) return found
  const known = [...profiles.keys(), ...builtinProfiles.map((profile) => profile.name)].map((known) => `\`${known}\``)
  throw cannot(`use the profile \`${name}\``, 'there is none of that name', `Known are ${known.join(', ')}`)
}

export interface RenderingOptions {
  /** The document as it is, where it is to be updated and not made anew. */
  existing?: string
  /** Whether an existing document gives its line endings only. */
  isFresh?: boolean
  /** Where neither the model nor the document says which. */
  profile?: Profile
}

/** The text of a goal's document: the existing one with what differs put right, or a new one. */
export async function renderModel(goal: Goal, options: RenderingOptions, what: string): Promise<string> {
  const { renderGoal, UnwritableGoalError, updateDocument } = await import('../document/index.ts')
  const { existing, isFresh, profile } = options
  try {
    if (existing === undefined) return renderGoal(goal, profile ? { profile } : {})
    return isFresh
      ? inTheStyleOf(existing, renderGoal(goal, profile ? { profile } : {}))
      : updateDocument(existing, goal, profile ? { profile } : {})
  } catch (error) {
    if (error instanceof UnwritableGoalError || error instanceof RangeError)
      throw cannot(`render ${what}`, error.message.replace(/^Cannot [^:]*: /, '').replace(/\.$/, ''), undefined, { cause: error })
    throw error
  }
}
