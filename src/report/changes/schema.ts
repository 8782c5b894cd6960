/** The data of `goaldoc diff`: one schema, from which the types and the JSON Schema are made. */
import { z } from 'zod'
import { statuses } from '../../goal/index.ts'

const change = z
  .strictObject({
    kind: z.enum(['added', 'removed', 'changed', 'moved']),
    of: z.string().meta({ description: 'What it belongs to: a key of the goal, the title of a section, `planning` of a team' }),
    before: z.string().optional().meta({ description: 'What was said; absent where it was added' }),
    after: z.string().optional().meta({ description: 'What is said; absent where it was removed' }),
  })
  .meta({ description: 'One edit of something that is said' })
export type Change = z.infer<typeof change>

const team = z
  .strictObject({
    name: z.string(),
    kind: z.enum(['added', 'removed', 'renamed', 'changed']),
    was: z.string().optional().meta({ description: 'The name before, where that was another one' }),
    before: z.enum(statuses).optional().meta({ description: 'The status before; absent where the team was added' }),
    after: z.enum(statuses).optional().meta({ description: 'The status after; absent where the team was removed' }),
    changes: z.array(change).meta({ description: 'What changed in its answer besides the status' }),
  })
  .meta({ description: 'A team whose answer changed' })
export type TeamChange = z.infer<typeof team>

const goal = z
  .strictObject({
    path: z.string().meta({ description: 'The document after the change; before it, where it is gone' }),
    title: z.string(),
    kind: z.enum(['added', 'removed', 'moved', 'changed']),
    was: z.string().optional().meta({ description: 'The path before, where that was another one' }),
    teams: z.array(team),
    criteria: z.array(change),
    text: z.array(change).meta({ description: 'Changes of everything else' }),
  })
  .meta({ description: 'A goal that changed in meaning' })
export type GoalChanges = z.infer<typeof goal>

const changeReportSchema = z
  .strictObject({
    version: z.literal(1),
    from: z.string().meta({ description: 'The revision before, as it was named' }),
    to: z.string().meta({ description: 'The revision after, or `the work tree`' }),
    goals: z.array(goal),
  })
  .meta({ id: 'ChangeReport', title: 'Changes of community goals', description: 'What `goaldoc diff --format json` prints' })
export type ChangeReport = z.infer<typeof changeReportSchema>

export function changesJsonSchema(): Record<string, unknown> {
  const { $schema, ...rest } = z.toJSONSchema(changeReportSchema)
  return { $schema, $id: 'urn:goaldoc:changes:1', ...rest }
}
