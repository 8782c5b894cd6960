/** The changes of goals between two revisions. */
export { changesOf } from './changes.ts'
export { type ChangeFormat, changeFormats, formatChanges, formatGoals, type GoalToFormat } from './format.ts'
export { type ChangeReport, changesJsonSchema, type GoalChanges } from './schema.ts'
