/** The data of `goaldoc status`: one schema, from which the types and the JSON Schema are made. */
import { z } from 'zod'
import { statuses } from '../../goal/index.ts'

/** When the answer was given, and by whom, according to git. */
const said = z
  .strictObject({
    day: z.string().meta({ description: 'As YYYY-MM-DD' }),
    by: z.string(),
    commit: z.string(),
  })
  .meta({ description: 'The commit that said it' })
export type AnswerCommit = z.infer<typeof said>

const changeStates = ['merged', 'open', 'abandoned', 'none'] as const

/** What the changes of a goal say about a team or a deliverable. */
const evidence = z
  .strictObject({
    state: z.enum(changeStates),
    merged: z.number().int(),
    open: z.number().int(),
    abandoned: z.number().int(),
    url: z.string().optional().meta({ description: 'The change that says it' }),
    day: z.string().optional().meta({ description: 'When it was merged, abandoned or last updated, as YYYY-MM-DD' }),
  })
  .meta({ description: 'What the changes say: `open` while one is open, else `merged`, else `abandoned`' })
export type Evidence = z.infer<typeof evidence>

const answer = {
  name: z.string(),
  status: z.enum(statuses),
  since: said.optional().meta({ description: 'Since when it has this status; absent where that is not committed' }),
  last: said.optional().meta({ description: 'Who changed its answer last' }),
  changes: evidence.optional(),
}

const deliverable = z.strictObject({ ...answer }).meta({ description: 'A deliverable with a status of its own' })
export type DeliverableStatus = z.infer<typeof deliverable>

const team = z
  .strictObject({
    ...answer,
    isOfficial: z.boolean().optional().meta({ description: 'Whether it is a team of the time; absent where no list says so' }),
    deliverables: z.array(deliverable),
  })
  .meta({ description: 'A team with a section, and its answer' })
export type TeamStatus = z.infer<typeof team>

const counts = z.record(z.enum(statuses), z.number().int()).meta({ description: 'How many teams have each status' })
export type Counts = z.infer<typeof counts>

const goal = z
  .strictObject({
    path: z.string().meta({ description: 'The document, or the model where there is no document' }),
    model: z.string().optional(),
    title: z.string(),
    release: z.string().optional().meta({ description: 'The release that it is a goal of' }),
    isOver: z.boolean().meta({ description: 'Whether nobody is asked for anything any more' }),
    counts,
    teams: z.array(team),
    missing: z.array(z.string()).meta({ description: 'Official teams of the time without a section' }),
    changes: z
      .strictObject({
        merged: z.number().int(),
        open: z.number().int(),
        abandoned: z.number().int(),
        strangers: z.array(z.string()).meta({ description: 'Repositories that do not belong to an official team' }),
      })
      .optional()
      .meta({ description: 'The changes of this goal, where some were given' }),
  })
  .meta({ description: 'A goal and how far its teams have come' })
export type GoalStatus = z.infer<typeof goal>

const statusReportSchema = z
  .strictObject({ version: z.literal(1), goals: z.array(goal), counts })
  .meta({ id: 'StatusReport', title: 'Status of community goals', description: 'What `goaldoc status --format json` prints' })
export type StatusReport = z.infer<typeof statusReportSchema>

export function statusJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(statusReportSchema)
  return { $schema, $id: 'urn:goaldoc:status:1', ...rest }
}
