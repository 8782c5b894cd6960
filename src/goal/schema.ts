/** What a goal is: one schema, from which types, validation and JSON Schema come. */
import { z } from 'zod'
import { statuses } from './statuses.ts'

/** Prose as reStructuredText. The newline that ends a YAML block is not part of it. */
const rst = z.string().overwrite((text) => text.trimEnd())
const line = z.string().regex(/^\S(?:.*\S)?$/, 'expected one line without white space around it')
const word = z.string().regex(/^\S+$/, 'expected one word')
const url = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'expected a URL')
const date = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'expected a date as YYYY-MM-DD')

const status = z.enum(statuses)

/** Prose: reStructuredText as a string, or Markdown as `{markdown}`. */
export const prose = z.union([
  rst,
  z
    .strictObject({ markdown: z.string() })
    .meta({ description: 'Markdown (CommonMark with GFM); goaldoc writes it to the document as reStructuredText' }),
])

/** How a value is written, if not as the profile writes it. */
const wording = rst
  .optional()
  .meta({ description: 'The text as it is in the document, if it differs from the profile, with `{{key}}` for the values' })

/** The text around the facts of a section, and how the facts are written. */
const above = { intro: rst.optional().meta({ description: 'The text above it' }) }
const below = {
  outro: rst.optional().meta({ description: 'The text below it' }),
  written: wording,
  as: z.literal('lines').optional().meta({ description: 'Write lines of one paragraph instead of a list' }),
}

/** How a list is marked in the document: its first marker, e.g. `*`, `-`, `#.`, `1.`, `(a)`. */
export const marker = z
  .string()
  .regex(/^(?:[*+•‣⁃-]|\(?(?:#|\d+|[a-zA-Z]+)[.)])$/, 'expected a list marker such as `*`, `-`, `#.` or `1.`')
  .meta({ description: 'The first list marker, e.g. `*`, `-`, `#.`, `1.`' })

const link = z.strictObject({ text: line, url }).meta({ description: 'A link with a text' })
const named = z.strictObject({ name: line, url }).meta({ description: 'A URL after a name: `name: URL`' })
const repository = z.strictObject({ repo: word }).meta({ description: 'A reference to a repository, with the `:repo:` role' })
const deliverable = z
  .strictObject({ deliverable: line, state: line })
  .meta({ description: 'The state of a deliverable: `deliverable: state`' })
const criterion = z
  .strictObject({
    criterion: rst.meta({
      description: 'What must be true. The release is written at `{{release}}`, or else in brackets at the end',
    }),
    release: line.meta({ description: 'The release of the criterion, e.g. `2027.1`, `2025.1 or 2025.2`' }),
  })
  .meta({ description: 'A criterion for a release' })
const paragraph = z.strictObject({ paragraph: rst }).meta({ description: 'A paragraph outside of the list' })
const comment = z.strictObject({ comment: rst }).meta({ description: 'An RST comment; it is not on the built page' })
const verbatim = z.strictObject({ rst }).meta({ description: 'reStructuredText that is kept as it is' })

/** One entry of a list: a single entry, a group of entries with an introduction, or verbatim text. */
export type Entry = z.infer<typeof rst> | z.infer<typeof single> | Group
export type Group = { intro?: string; comment?: string; list?: string; as?: 'lines'; items: Entry[] }

const single = z.union([link, named, repository, deliverable, criterion, paragraph, comment, verbatim])
const group: z.ZodType<Group> = z
  .strictObject({
    intro: rst.optional().meta({ description: 'The paragraph above the list' }),
    comment: rst.optional().meta({ description: 'An RST comment between the introduction and the list' }),
    list: marker.optional(),
    as: z
      .literal('lines')
      .optional()
      .meta({ description: 'Write lines of one paragraph instead of a list, without an introduction' }),
    get items() {
      return z.array(entry)
    },
  })
  .meta({ description: 'A group of entries with an introduction' })
export const entry: z.ZodType<Entry> = z
  .lazy(() => z.union([rst, single, group]))
  .meta({ id: 'Entry', description: 'A URL, a link, a repository reference, prose, or a group of these with an introduction' })

const criteria = z
  .strictObject({
    for: rst.optional().meta({ description: 'Who the criteria apply to: the paragraph above them, e.g. `For all projects:`' }),
    list: marker.optional(),
    items: z.array(z.union([rst, criterion])),
  })
  .meta({ description: 'Criteria, and who they apply to' })
export type Criteria = z.infer<typeof criteria>

const milestone = z
  .strictObject({
    name: line
      .optional()
      .meta({ description: 'The name, e.g. `Milestone 1`. A milestone without a name is the completion of the goal' }),
    date: line.optional().meta({ description: 'When it is due: a date, a week or a milestone of the release schedule' }),
    intro: rst.optional().meta({ description: 'The text above the criteria' }),
    list: marker.optional(),
    criteria: z.array(z.union([rst, criterion])),
    written: wording,
  })
  .meta({ description: 'What must be true at a date' })
export type Milestone = z.infer<typeof milestone>

const projects = z
  .strictObject({
    date: date.optional().meta({
      description:
        'The date of the review. It is written before the introduction, as `On 12 Jan 2017 `, or at `{{date}}`, `{{date D MMMM YYYY}}` or `{{date MMM D, YYYY}}` in it',
    }),
    intro: rst.optional(),
    comment: rst.optional(),
    list: marker.optional(),
    projects: z.array(line),
  })
  .meta({ description: 'A list of projects on a date' })
export type ProjectList = z.infer<typeof projects>

const champion = z
  .strictObject({ name: line, nick: word.optional(), email: word.optional(), company: line.optional(), written: wording })
  .meta({ description: 'A champion, who drives the goal' })
export type Champion = z.infer<typeof champion>

const gerrit = z
  .strictObject({
    topic: word.optional().meta({ description: 'The Gerrit topic of all changes for this goal' }),
    topics: z.array(word).optional().meta({ description: 'More topics' }),
    hashtags: z.array(word).optional(),
    text: rst.optional().meta({
      description:
        'The text of the section, if it differs from the profile, with `{{topic}}` and `{{hashtag}}` for the values. On a line of its own, `{{topic}}` is all topics; in a sentence, it is the first topic, and `{{topic 2}}` is the second one',
    }),
  })
  .meta({ description: 'How to find the changes for this goal in Gerrit' })

const tracker = z
  .strictObject({ name: line.optional(), url, written: wording })
  .meta({ description: 'Where progress is tracked: a StoryBoard story, a Launchpad bug, an etherpad' })
const check = z
  .strictObject({
    question: line,
    status: z
      .string()
      .regex(/^[^\n]*$/)
      .optional(),
    text: rst.optional(),
    as: z.literal('glued').optional().meta({ description: 'The text follows the status without a blank line' }),
    written: wording,
  })
  .meta({ description: 'A question of the checklist and its answer' })

/** How a list in a team's section is written, if not as the profile writes it. */
const form = z.strictObject({
  label: line.optional().meta({ description: 'The label, e.g. `Planning Artifacts (blueprints):`' }),
  as: z.enum(['inline', 'glued', 'definition', 'paragraphs']).optional().meta({
    description:
      '`inline`: the first entry is on the line of the label; `glued`: there is no blank line after the label; `definition`: the entries are indented; `paragraphs`: the entries are paragraphs, not a list',
  }),
  list: marker.optional(),
  indent: z.number().int().min(1).max(40).optional().meta({ description: 'Indentation of the entries, in columns' }),
})
export type Form = z.infer<typeof form>

const state = line.optional().meta({ description: 'The state as it is written, if it is not one of the statuses' })

const team = z
  .strictObject({
    name: line,
    note: rst.optional().meta({ description: 'The text before the artifacts' }),
    status: status.optional().meta({ description: 'The status, if the artifacts do not show it' }),
    planning: z.array(entry).optional(),
    completion: z.array(entry).optional(),
    deliverables: z
      .array(z.strictObject({ name: line, status: status.optional(), state, note: rst.optional() }))
      .optional()
      .meta({ description: 'Deliverables with a status of their own, in a list before the artifacts' }),
    written: z
      .strictObject({
        planning: form.optional(),
        completion: form.optional(),
        deliverables: z.strictObject({ list: marker }).optional(),
      })
      .optional()
      .meta({ description: 'How the artifacts are written, if it differs from the profile' }),
  })
  .meta({ id: 'Team', description: 'A team, with its planning and completion artifacts' })
export type Team = z.infer<typeof team>

/** How a title is marked, by the level of its section. */
export const adornment = z
  .string()
  .regex(
    /^(?:overlined |inset )?[!-/:-@[-`{-~](?:\+\d+)?$/,
    'expected a title adornment such as `=`, `overlined =` or `inset =+1`',
  )

const section = z
  .strictObject({
    title: line,
    body: prose,
    level: z.literal([0, 2, 3, 4, 5, 6]).optional().meta({
      description:
        'The level of its title. 0: the level of the document title; 2: a subsection of the section before it; 3 and more: deeper',
    }),
    after: word.optional().meta({
      description: 'The key of the section before it, `summary` for the first place (default: before the teams, or at the end)',
    }),
  })
  .meta({ description: 'A section that has no key of its own in the model' })
export type Section = z.infer<typeof section>

const layout = z
  .strictObject({
    whole: z.boolean().optional().meta({
      description: 'The model is the whole document: the document has no other sections',
    }),
    gone: z.array(line).optional().meta({
      description:
        'Sections that the document must not have: keys, or titles of free sections. Only for models without `whole: true`',
    }),
    sections: z.array(line).optional().meta({
      description: 'The order of the sections, by their keys, if it differs from the profile',
    }),
    headings: z.record(z.string(), line).optional().meta({ description: 'Titles of sections that differ from the profile' }),
    levels: z
      .record(z.string(), z.literal([0, 1, 2, 3, 4, 5, 6]))
      .optional()
      .meta({ description: 'Levels of sections that differ from the profile' }),
    adornments: z.array(adornment).optional().meta({
      description:
        'Adornments of the title, the sections and the teams, if they differ from the profile. `+1` means one column longer than the title',
    }),
    blankLinesAtEnd: z.number().int().min(1).max(9).optional().meta({ description: 'Blank lines at the end of the document' }),
  })
  .meta({ description: 'How the document is laid out, if it differs from the profile' })
export type Layout = z.infer<typeof layout>

export const goalSchema = z
  .strictObject({
    profile: line.optional().meta({ description: 'The profile: `team-artifacts`, `champion`, `checklist`, or a project’s own' }),
    title: z.string().regex(/^(?:\S(?:.*\S)?)?$/, 'expected one line without white space around it'),
    preamble: rst.optional().meta({ description: 'The text before the title: comments, targets' }),
    summary: prose.optional().meta({ description: 'What the goal is, and why' }),
    description: prose.optional().meta({ description: 'What the goal is, in a section of its own' }),
    design: prose.optional().meta({ description: 'Design and implementation details' }),
    champions: z.union([rst, z.strictObject({ ...above, people: z.array(champion), ...below })]).optional(),
    gerrit: gerrit.optional(),
    tracking: z.union([rst, z.strictObject({ ...above, trackers: z.array(tracker), ...below })]).optional(),
    checklist: z.union([rst, z.array(check)]).optional(),
    criteria: z.union([prose, z.array(z.union([criteria, milestone, entry]))]).optional(),
    references: z.union([prose, z.array(entry)]).optional(),
    current: z.union([prose, z.array(z.union([projects, entry]))]).optional(),
    teamsIntro: prose.optional().meta({ description: 'The text between the heading of the teams and the first team' }),
    teams: z.array(team).optional(),
    sections: z.array(section).optional(),
    layout: layout.optional(),
  })
  .meta({ id: 'Goal', title: 'Community goal', description: 'A community goal' })

/** A goal. Only the title is required; see the JSON Schema for every key. */
export type Goal = z.infer<typeof goalSchema>

/** Returns the goal unchanged: gives a model in TypeScript its type. */
export function defineGoal(goal: Goal): Goal {
  return goal
}

/** The version of the model format: raised when an existing model would be read differently. */
const modelVersion = 1

/** The JSON Schema of a goal (draft 2020-12), for editors and validators. */
export function goalJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(goalSchema, { io: 'input' })
  return { $schema, $id: `urn:goaldoc:goal:${modelVersion}`, title: 'Community goal', ...rest }
}
