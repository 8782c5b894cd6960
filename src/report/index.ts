/** Reports: one file per format, each a pure function of the results. */
export { askedOf, inIrcLines } from './ask/ask.ts'
export { type AskFormat, askFormats, askTemplates } from './ask/templates.ts'
export {
  type ChangeFormat,
  type ChangeReport,
  changeFormats,
  changesJsonSchema,
  changesOf,
  formatChanges,
  type GoalChanges,
  type Posted,
  posted,
} from './changes/index.ts'
export { countOf, type Format, plural, type ReportOptions, type Result } from './format.ts'
export { formats } from './formats.ts'
export { codeFrame, frameLines } from './frame.ts'
export { reportJsonSchema } from './report-schema.ts'
export { statistics } from './statistics.ts'
export { type Choice, chosen, silentTeams, unknownTeams } from './status/choose.ts'
export { countsInWords, isSettled, nameOf, saidInWords } from './status/format.ts'
export { statusFormats } from './status/index.ts'
export {
  type Counts as StatusCounts,
  type DeliverableStatus,
  type GoalStatus,
  type Said,
  type StatusReport,
  statusJsonSchema,
  type TeamStatus,
} from './status/schema.ts'
