/** The content of a `profile.yaml`: one schema, from which types, validation and JSON Schema come. */
import { z } from 'zod'
import { adornment, isProfileKey, marker, profileKeyKinds } from '../goal/index.ts'
import { sectionKeys } from './sections/index.ts'

const line = z.string().regex(/^\S(?:.*\S)?$/, 'expected one line without white space around it')
const key = z.string().regex(/^[A-Za-z][\w-]*$/, 'expected a word such as `scope`, which becomes a key of the model')

/** The entries of a list in a profile. Profiles have up to fifteen sections; each is compared with all others. */
const mostEntries = 100

const section = z
  .strictObject({
    key: key.meta({ description: `A key of the model: ${sectionKeys.join(', ')}; or a key of your own` }),
    title: line.meta({ description: 'The title of the section in the document' }),
    aliases: z.array(line).max(mostEntries).optional().meta({ description: 'Other titles that goaldoc accepts for the section' }),
    required: z.boolean().optional().meta({ description: 'Whether a document must have the section' }),
    under: key.optional().meta({ description: 'The key of the section that contains this one' }),
    kind: z
      .enum(profileKeyKinds)
      .optional()
      .meta({ description: 'What a section with a key of your own contains (default: `prose`)' }),
  })
  .meta({ description: 'A section of the documents' })

export const profileSchema = z
  .strictObject({
    $schema: z.string().optional().meta({ description: 'The schema of this file, for editors' }),
    name: line.meta({ description: 'The name of the profile, for models and configurations' }),
    description: line.optional().meta({ description: 'What the profile is for, in one sentence' }),
    extends: line.optional().meta({ description: 'The profile to start from (default: `team-artifacts`)' }),
    adornments: z
      .array(adornment)
      .min(1)
      .max(mostEntries)
      .optional()
      .meta({ description: 'Adornments of the titles: of the document, of sections, of teams, and of deeper levels' }),
    lists: z
      .record(z.string(), marker)
      .refine((lists) => Object.keys(lists).length <= mostEntries, `expected at most ${mostEntries} keys`)
      .optional()
      .meta({ description: 'The first list marker, by key of the model; `default` is for all other keys' }),
    sections: z.array(section).min(1).max(mostEntries).optional().meta({ description: 'The sections, in order' }),
    labels: z
      .strictObject({ planning: line.optional(), completion: line.optional() })
      .optional()
      .meta({ description: 'The labels of a team’s artifacts' }),
  })
  .meta({ id: 'Profile', title: 'Profile of goal documents', description: 'Which sections a goal has, and how they are written' })

/** The content of a `profile.yaml`. Missing keys have the values of the profile that it extends. */
export type ProfileData = z.infer<typeof profileSchema>

/** The JSON Schema of a `profile.yaml` (draft 2020-12), for editors and validators. */
export function profileJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(profileSchema, { io: 'input' })
  return { $schema, $id: 'urn:goaldoc:profile:1', ...rest }
}

/** Whether a key of the goal is not a section, so that a profile cannot have it as a section. */
export function isReservedKey(key: string): boolean {
  return !isProfileKey(key) && !sectionKeys.includes(key)
}
