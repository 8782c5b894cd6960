/** Profiles of a project: a folder each, with a `profile.yaml` and Handlebars templates (`.hbs`). */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Profile, ProfileData, Template } from '../document/index.ts'
import { cannot, reasonOf } from './errors.ts'
import { exists, readText, shownPath } from './files.ts'

/** The profile in a folder. What its `profile.yaml` leaves out is that of the profile that it extends. */
export async function loadProfile(folder: string, cwd: string): Promise<Profile> {
  const shown = shownPath(folder, cwd)
  const [{ parse }, { builtinProfiles, extendProfile }] = await Promise.all([import('yaml'), import('../document/index.ts')])
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
