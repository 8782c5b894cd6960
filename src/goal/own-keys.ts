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
  const shape: Record<never, z.ZodType> = Object.fromEntries(
    own.map(({ key, kind }) => [key, values[kind ?? 'prose'].optional()]),
  )
  return goalSchema.extend(shape)
}
