/** A project's own profiles on disk: each is a folder with a `profile.yaml` and Handlebars templates (`.hbs`). */
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  builtinProfiles,
  checkProfile,
  checkProfileData,
  extendProfile,
  type Profile,
  type ProfileData,
  profileFromTemplate,
  suggest,
} from '../document/index.ts'
import { cannot, notRead } from './errors.ts'
import { exists, isFolder, readText, shownPath } from './files.ts'
import { startOf, yamlPlaces } from './places.ts'
import { checkReadable, checkTemplates, readTemplates, type TemplateFile } from './templates.ts'
import { readYamlValue, valueError, valueErrorAt } from './value-error.ts'

/** A `profile.yaml` and the templates beside it. */
interface ProfileFile {
  shown: string
  text: string
  data: ProfileData
  templates: TemplateFile[]
}

/** The profiles in a folder, by name: the folder itself if it has a `profile.yaml`, otherwise each folder in it that has one. */
export async function readProfiles(folder: string, cwd: string): Promise<Map<string, Profile>> {
  if (!isFolder(folder))
    throw cannot(
      `load the profiles in ${shownPath(folder, cwd)}`,
      'there is no such folder',
      'Correct `profiles` in the configuration',
    )
  const paths = exists(join(folder, 'profile.yaml'))
    ? [folder]
    : readdirSync(folder)
        .sort()
        .map((name) => join(folder, name))
        .filter((path) => exists(join(path, 'profile.yaml')))
  if (paths.length === 0)
    throw cannot(
      `load the profiles in ${shownPath(folder, cwd)}`,
      'neither the folder nor a folder in it has a `profile.yaml`',
      'Correct `profiles` in the configuration',
    )
  const files = new Map<string, ProfileFile>()
  for (const path of paths) {
    const file = await readProfileFile(path, shownPath(path, cwd))
    const first = files.get(file.data.name)
    if (first) throw await refusedFile(file, ['name'], `Second profile \`${file.data.name}\`; the first one is ${first.shown}`)
    files.set(file.data.name, file)
  }
  const ready = new Map<string, Profile>()
  const profiles = new Map<string, Profile>()
  for (const file of files.values()) profiles.set(file.data.name, await whole(file, files, ready, []))
  return profiles
}

/** The profile of a template document; `name` is its path relative to the configuration. */
export function readTemplateDocument(name: string, folder: string, cwd: string): Profile {
  const path = resolve(folder, name)
  const shown = shownPath(path, cwd)
  const text = readText(path, shown)
  const excess = notRead(shown, text)
  if (excess) throw excess
  try {
    return profileFromTemplate(text, { name })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw valueErrorAt(shown, text, [{ ...startOf(text), message: 'Template without sections under a title' }], {
      cause: error,
    })
  }
}

async function readProfileFile(folder: string, shownFolder: string): Promise<ProfileFile> {
  const shown = `${shownFolder}/profile.yaml`
  const text = readText(join(folder, 'profile.yaml'), shown)
  const value = await readYamlValue(text, shown)
  const { data, problems } = checkProfileData(value)
  if (!data) throw valueError(shown, text, problems, await yamlPlaces(text))
  return { shown, text, data, templates: await readTemplates(folder, shownFolder) }
}

/** A profile merged with the one that it extends, the project's own or a built-in one. */
async function whole(
  file: ProfileFile,
  files: ReadonlyMap<string, ProfileFile>,
  ready: Map<string, Profile>,
  open: readonly string[],
): Promise<Profile> {
  const { name, extends: base } = file.data
  const done = ready.get(name)
  if (done) return done
  if (open.includes(name)) throw await refusedFile(file, ['extends'], `Profile \`${name}\` that extends itself`)
  // A profile may replace the built-in one of its name, and extend it.
  const own = base === undefined || base === name ? undefined : files.get(base)
  const parent = own
    ? await whole(own, files, ready, [...open, name])
    : builtinProfiles.find((profile) => profile.name === (base ?? 'team-artifacts'))
  if (!parent) {
    const known = [...files.keys(), ...builtinProfiles.map((profile) => profile.name)].filter((other) => other !== name)
    throw await refusedFile(file, ['extends'], suggest('Unknown profile', base!, known))
  }
  const templates = Object.fromEntries(file.templates.map((template) => [template.name, template.template]))
  const profile = extendProfile({ ...file.data, extends: parent.name }, templates, [parent])
  const problems = checkProfile(file.data, profile)
  if (problems.length > 0) throw valueError(file.shown, file.text, problems, await yamlPlaces(file.text))
  checkTemplates(file.templates, Object.keys(parent.templates))
  if (file.templates.length > 0) checkReadable(file.templates, profile, parent)
  ready.set(name, profile)
  return profile
}

async function refusedFile({ shown, text }: ProfileFile, path: readonly string[], message: string) {
  return valueError(shown, text, [{ path, message }], await yamlPlaces(text))
}
