/** What a `profile.yaml` may say: one schema, from which types, validation and JSON Schema come. */
import { z } from 'zod'
import { adornment, isOwnKey, marker, ownKinds } from '../goal/index.ts'
import { sectionKeys } from './sections/index.ts'

const line = z.string().regex(/^\S(?:.*\S)?$/, 'expected one line without white space around it')
const key = z.string().regex(/^[A-Za-z][\w-]*$/, 'expected a word such as `scope`, which becomes a key of the model')

const section = z
  .strictObject({
    key: key.meta({ description: `A key of the model: ${sectionKeys.join(', ')}; or one of your own` }),
    title: line.meta({ description: 'The title of the section in the document' }),
    aliases: z.array(line).optional().meta({ description: 'Other titles under which the section is read' }),
    required: z.boolean().optional().meta({ description: 'Whether a document must have the section' }),
    under: key.optional().meta({ description: 'The key of the section that it stands below, one level deeper' }),
    kind: z
      .enum(ownKinds)
      .optional()
      .meta({ description: 'What a section with a key of your own holds; `prose` where nothing is said' }),
  })
  .meta({ description: 'A section of the documents' })

export const profileSchema = z
  .strictObject({
    $schema: z.string().optional().meta({ description: 'The schema of this file, for editors' }),
    name: line.meta({ description: 'What models and configurations call the profile' }),
    description: line.optional().meta({ description: 'One sentence for people' }),
    extends: line
      .optional()
      .meta({ description: 'The profile from which everything comes that this one leaves out; `team-artifacts` by default' }),
    adornments: z
      .array(adornment)
      .min(1)
      .optional()
      .meta({ description: 'How titles are underlined: that of the document, the sections, the teams, and deeper ones' }),
    lists: z
      .record(z.string(), marker)
      .optional()
      .meta({ description: 'The first marker of lists, by key of the model; `default` for the others' }),
    sections: z.array(section).min(1).optional().meta({ description: 'The sections, in order' }),
    labels: z
      .strictObject({ planning: line.optional(), completion: line.optional() })
      .optional()
      .meta({ description: 'The labels of a team’s artifacts' }),
  })
  .meta({ id: 'Profile', title: 'Profile of goal documents', description: 'Which sections a goal has, and how each is written' })

/** What a `profile.yaml` says. What it leaves out is that of the profile that it extends. */
export type ProfileData = z.infer<typeof profileSchema>

/** The JSON Schema of a `profile.yaml` (draft 2020-12), for editors and validators. */
export function profileJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(profileSchema, { io: 'input' })
  return { $schema, $id: 'urn:goaldoc:profile:1', ...rest }
}

/** Keys of the goal that are no sections, and so no keys of a profile. */
export function isReservedKey(key: string): boolean {
  return !isOwnKey(key) && !sectionKeys.includes(key)
}
