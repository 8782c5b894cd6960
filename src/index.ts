/** goaldoc as a library: models, documents, rosters and the linter, without files; the parser alone is `goaldoc/rst`. */

export {
  compareGoals,
  type Difference,
  describeDifference,
  detectProfile,
  type MarkdownProblem,
  markdownToRst,
  mergeDocuments,
  mergeGoals,
  mergeModels,
  type Profile,
  profileFromTemplate,
  readGoal,
  renderGoal,
  updateDocument,
} from './document/index.ts'
export {
  defineGoal,
  type Entry,
  entryFacts,
  type Goal,
  goalJsonSchema,
  type ModelDiagnostic,
  type ModelIssue,
  type ParsedModel,
  parseModel,
  positionsOf,
  readsAsNone,
  type Section,
  type Status,
  statuses,
  stringifyModel,
  type Team,
  teamStatus,
  updateModel,
  validateGoal,
} from './goal/index.ts'
export {
  applyFixes,
  type Config,
  type Diagnostic,
  defineRule,
  type Fix,
  fixAll,
  goalLint,
  type LintOptions,
  lint,
  type Rule,
  rules,
  type Severity,
  validateConfig,
} from './lint/index.ts'
export { type Format, formats, type ReportOptions } from './report/index.ts'
export { loadRoster, type Roster, RosterError, type RosterOptions, type RosterTeam } from './roster/index.ts'
export { type ParseOptions, parseRst, type RstNode, rstParse, toPseudoXml } from './rst/index.ts'
