/** The repository: files, git and processes. Reads and writes everything that the other rooms work on. */

export { rememberAgreement } from './agreements.ts'
export { historyUntil, openAskTemplate } from './ask.ts'
export { loadBaseline } from './baselines.ts'
export { isOutside, repositoryRoot } from './boundary.ts'
export { changesInFiles } from './change-files.ts'
export { type Changes, openChanges } from './changes.ts'
export { type ConfigurationOptions, openConfigurations } from './configuration.ts'
export { discover, type FoundFile } from './discovery.ts'
export { type EarlierVersions, openEarlierVersions } from './earlier-versions.ts'
export { CannotError, cannot, errorCode, notRead, reasonOf } from './errors.ts'
export { topicsOf, withEvidence } from './evidence.ts'
export { diffOfEdits, type FileEdit, joinEdits, writeEdits } from './file-edits.ts'
export {
  decode,
  exists,
  isFolder,
  readText,
  readTextIfThere,
  shownPath,
} from './files.ts'
export {
  distrustedRepository,
  fileAt,
  gitLine,
  hunks,
  isDistrusted,
  revision,
  revisionOrThrow,
  unreadHistory,
  workTree,
} from './git.ts'
export {
  commitEdits,
  type EditedGoal,
  editGoal,
  namingFile,
  type PlannedCommit,
} from './goal-edits.ts'
export { goalHistory } from './goal-history.ts'
export { whyNotAGoal } from './goal-pages.ts'
export { editedSide, hasHandEdits } from './hand-edits.ts'
export { agrees, lastAgreement, type PastPair, pairAt } from './history.ts'
export { gitIgnored } from './ignored.ts'
export { includeReader } from './includes.ts'
export { indexEdits } from './index-pages.ts'
export { doInitStep, type InitPart, type InitPlan, type InitStep, planInit } from './init.ts'
export { conflictStyle, type Merged, mergeFiles, mergeVersions } from './merge.ts'
export { isUnusable, modelFindings, unwritableBy, unwritableFindings } from './model-findings.ts'
export {
  documentOf,
  goalsFolder,
  isDocumentPath,
  isModelPath,
  isPythonPath,
  looksLikeModel,
  modelEndings,
  modelOf,
} from './model-paths.ts'
export { type LoadedModel, loadModel } from './models.ts'
export { planMove } from './move/plan.ts'
export { templateFileName } from './original-templates.ts'
export { cachedPastAnswers } from './past-answers.ts'
export { type Preparation, type PreparedText, prepareText } from './prepare.ts'
export { allProfiles, forgetProfiles, ownProfiles, profileNamed } from './profiles.ts'
export { progress } from './progress.ts'
export { type Pulled, pullEdits } from './pull.ts'
export { renderModel } from './rendering.ts'
export { type ChangedGoals, changedGoals } from './revisions.ts'
export { usualRoster } from './rosters.ts'
export { pageOf } from './rule-page.ts'
export { schemaFor } from './schema.ts'
export { planAnswers, teamsToSet } from './set-answers.ts'
export { type GoalsSite, openSite } from './site-facts.ts'
export { openSphinxProjects } from './sphinx.ts'
export { countsOfTeams, type GoalFiles, goalOfFiles, goalStatus } from './statuses.ts'
export { changesBetween, unifiedDiff } from './unified-diff.ts'
export { type FileHistory, type Histories, openHistories } from './versions.ts'
export { openWorkspaceIn, type Workspace } from './workspace.ts'
export { removeLeftoversBelow, writeBytes, writeText } from './writing.ts'
