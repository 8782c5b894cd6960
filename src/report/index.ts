/** Findings out: one file for each format, each a pure function of what was found. */
import { checkstyle } from './checkstyle.ts'
import { compact } from './compact.ts'
import type { Format } from './format.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { pretty } from './pretty.ts'
import { sarif } from './sarif.ts'
import { zuul } from './zuul.ts'

export { askedOf, inIrcLines } from './ask/ask.ts'
export { type AskFormat, askFormats, askTemplates } from './ask/templates.ts'
export { type Format, plural, type ReportOptions, type Result } from './format.ts'
export { codeFrame, frameLines } from './frame.ts'
export { reportJsonSchema } from './report-schema.ts'
export { statistics } from './statistics.ts'
export { chosen, unknownTeams } from './status/choose.ts'
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

/** The formats, the common ones first. Add one here; the command line and its help pick it up. */
export const formats: readonly Format[] = [pretty, compact, json, sarif, github, gitlab, junit, checkstyle, zuul]
