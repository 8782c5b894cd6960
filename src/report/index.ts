/** Reports: one file per format, each a pure function of the results. */
export { askData, inIrcLines } from './ask/ask.ts'
export { type AskFormat, askFormats, askTemplates } from './ask/templates.ts'
export {
  type ChangeFormat,
  type ChangeReport,
  changeFormats,
  changesJsonSchema,
  changesOf,
  formatChanges,
  formatGoals,
  type GoalChanges,
  type GoalToFormat,
} from './changes/index.ts'
export { countOf, type Format, plural, type ReportOptions, type Result } from './format.ts'
export { formats } from './formats.ts'
export { codeFrame, frameLines } from './frame.ts'
export { reportJsonSchema } from './report-schema.ts'
export { statistics } from './statistics.ts'
export { commitInWords, countsInWords, isSettled, nameOf } from './status/format.ts'
export { statusFormats } from './status/index.ts'
export {
  type AnswerCommit,
  type Counts as StatusCounts,
  type DeliverableStatus,
  type GoalStatus,
  type StatusReport,
  statusJsonSchema,
  type TeamStatus,
} from './status/schema.ts'
export { filterTeams, silentTeams, type TeamFilter, unknownTeams } from './status/team-filter.ts'
