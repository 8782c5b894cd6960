/** The schema of a goal with the keys that a profile adds. */
import { z } from 'zod'
import { type GoalProfile, isProfileKey, type ProfileKeyKind } from './profile-keys.ts'
import { entry, goalSchema, prose } from './schema.ts'

const values: Record<ProfileKeyKind, z.ZodType> = {
  prose,
  entries: z.union([prose, z.array(entry)]),
  criteria: goalSchema.shape.criteria.unwrap(),
}

/** The schema of a goal with the keys that a profile adds, each with the kind of value that the profile states. */
export function goalSchemaOf(profile: GoalProfile | undefined): typeof goalSchema {
  const own = (profile?.sections ?? []).filter((section) => isProfileKey(section.key))
  if (own.length === 0) return goalSchema
  // Before the teams, which are long.
  const { teamsIntro, teams, sections, layout, ...head } = goalSchema.shape
  const keys: Record<never, z.ZodType> = Object.fromEntries(own.map(({ key, kind }) => [key, values[kind ?? 'prose'].optional()]))
  return z.strictObject({ ...head, ...keys, teamsIntro, teams, sections, layout })
}
