/** The profiles that come with goaldoc, from `templates/`. */
import type { Goal } from '../goal/index.ts'
import { withShortValues } from '../text/index.ts'
import { builtinTemplates } from './builtin-templates.js'
import type { Profile } from './profile.ts'
import type { ProfileData } from './profile-schema.ts'
import { precompiled, type Template } from './templates.ts'

/** Merges a profile with the one that it extends.
 * @throws {RangeError} if there is no profile of that name
 */
export function extendProfile(
  { extends: base = 'team-artifacts', $schema: _, ...data }: ProfileData,
  templates: Record<string, Template>,
  known: readonly Profile[],
): Profile {
  const parent = known.find((profile) => profile.name === base)
  if (!parent && known.length > 0)
    throw new RangeError(`Cannot extend profile \`${base}\`: it does not exist. Use one of ${names(known)}`)
  return {
    ...parent,
    ...data,
    description: data.description ?? '',
    lists: { ...parent?.lists, ...data.lists },
    labels: { ...parent?.labels, ...data.labels },
    templates: { ...parent?.templates, ...templates },
    hasOwnTemplates: parent !== undefined && (parent.hasOwnTemplates === true || Object.keys(templates).length > 0),
  } as Profile
}

function names(profiles: readonly Profile[]): string {
  return profiles.map((profile) => `\`${profile.name}\``).join(', ')
}

export const builtinProfiles: readonly Profile[] = builtinTemplates.reduce<Profile[]>((known, { data, templates }) => {
  const compiled = Object.fromEntries(Object.entries(templates).map(([name, template]) => [name, precompiled(template)]))
  known.push(extendProfile(data, compiled, known))
  return known
}, [])

/** The built-in profile of a name.
 * @throws {RangeError} if there is no such profile
 */
export function builtinProfile(name: string): Profile {
  const profile = builtinProfiles.find((candidate) => candidate.name === name)
  if (!profile)
    throw new RangeError(
      withShortValues(`Cannot find profile \`${name}\`: it is not a built-in profile. Use one of ${names(builtinProfiles)}`),
    )
  return profile
}

/** The profile that a goal names.
 * @throws {RangeError} if the profile is not built in
 */
export function profileOf(goal: Pick<Goal, 'profile'>): Profile {
  return builtinProfile(goal.profile ?? 'team-artifacts')
}
