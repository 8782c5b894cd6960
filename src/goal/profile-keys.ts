/** Keys that a project's own profile adds to the goal: sections for which goaldoc has no key. */
import { goalKeys } from './shape.ts'

/** The content of a section that a profile adds: prose, a list of entries, or criteria with the teams that they apply to. */
export const profileKeyKinds = ['prose', 'entries', 'criteria'] as const
export type ProfileKeyKind = (typeof profileKeyKinds)[number]

/** The part of a profile that the model needs. */
export interface GoalProfile {
  name: string
  sections: readonly { key: string; kind?: ProfileKeyKind | undefined }[]
}

/** Whether a section of a profile has a key that goaldoc itself does not know. */
export function isProfileKey(key: string): boolean {
  return !goalKeys.some(([known]) => known === key)
}

/** A profile that accepts every key: for a goal that was validated before. */
export function profileWith(goal: { profile?: unknown }): GoalProfile {
  return { name: String(goal.profile), sections: Object.keys(goal).map((key) => ({ key, kind: 'criteria' })) }
}

/** Which profile a model has: the one that it names, or the one that it is read with. */
export interface ProfileOptions {
  /** The profile for models that name none. */
  profile?: GoalProfile | undefined
  /** The profiles that a model may name, besides the built-in ones. */
  profiles?: Iterable<GoalProfile> | undefined
}

/** The profile of a model that names `name`; `undefined` for a built-in one, which adds no keys. */
export function profileOfModel(name: unknown, { profile, profiles = [] }: ProfileOptions): GoalProfile | undefined {
  if (name === undefined) return profile
  return [...(profile ? [profile] : []), ...profiles].find((known) => known.name === name)
}
