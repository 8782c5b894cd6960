/** Keys that a project's own profile adds to the goal: sections that goaldoc has no key for. */
import { z } from 'zod'
import { entry, goalSchema, prose } from './schema.ts'

/** What a section of a profile's own holds: prose, a list of entries, or criteria, each with whom it applies to. */
export const ownKinds = ['prose', 'entries', 'criteria'] as const
export type OwnKind = (typeof ownKinds)[number]

/** What the model needs to know of a profile. */
export interface GoalProfile {
  name: string
  sections: readonly { key: string; kind?: OwnKind | undefined }[]
}

const values: Record<OwnKind, z.ZodType> = {
  prose,
  entries: z.union([prose, z.array(entry)]),
  criteria: goalSchema.shape.criteria.unwrap(),
}

/** Whether a section of a profile has a key that goaldoc itself does not know. */
export function isOwnKey(key: string): boolean {
  return !Object.hasOwn(goalSchema.shape, key)
}

/** The schema of a goal with the keys that a profile adds, each with the kind of value that the profile says. */
export function goalSchemaOf(profile: GoalProfile | undefined): typeof goalSchema {
  const own = (profile?.sections ?? []).filter((section) => isOwnKey(section.key))
  if (own.length === 0) return goalSchema
  // In front of the teams, which are long.
  const { teamsIntro, teams, sections, layout, ...head } = goalSchema.shape
  const keys: Record<never, z.ZodType> = Object.fromEntries(own.map(({ key, kind }) => [key, values[kind ?? 'prose'].optional()]))
  return z.strictObject({ ...head, ...keys, teamsIntro, teams, sections, layout })
}

/** A profile that has every key of a goal: for a goal that was checked before. */
export function profileWith(goal: { profile?: unknown }): GoalProfile {
  return { name: String(goal.profile), sections: Object.keys(goal).map((key) => ({ key, kind: 'criteria' })) }
}

/** Which profile holds for a model: the one that it names, else the one that it is read by. */
export interface ProfileOptions {
  /** The profile of a model that names none. */
  profile?: GoalProfile | undefined
  /** The profiles that a model may name, besides the built-in ones. */
  profiles?: Iterable<GoalProfile> | undefined
}

/** The profile of a model that names `name`; nothing for one that is built in, which has no keys of its own. */
export function profileOfModel(name: unknown, { profile, profiles = [] }: ProfileOptions): GoalProfile | undefined {
  if (name === undefined) return profile
  return [...(profile ? [profile] : []), ...profiles].find((known) => known.name === name)
}
