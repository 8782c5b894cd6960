/** The linter: gets a document, and returns findings with places and fixes. Reads no files. */
export { type Baseline, type LintedFile, makeBaseline, matchBaseline, readBaseline, type StaleEntry } from './baseline.ts'
export { changedOnly, findingsOfChange, type LineRange } from './changed.ts'
export { type ConfigProblem, parseRuleFlag, validateConfig } from './check-config.ts'
export { type ResolvedConfig, resolveConfig } from './config.ts'
export { type Config, configJsonSchema, type RosterConfig, type RuleLevel, type RuleSetting } from './config-schema.ts'
export {
  compareDiagnostics,
  type Diagnostic,
  type DocutilsMessage,
  type Fix,
  type Related,
  type Severity,
  severities,
} from './diagnostic.ts'
export { type FixOptions, isFixable } from './edits.ts'
export { type Era, eraOf } from './era.ts'
export { optionsOfExample, projectOfFiles, siteOfExample, visibleText } from './examples.ts'
export { applyFixes, type FixResult, fixAll } from './fix.ts'
export { type Linted, type Linter, type LintOptions, lint, lintInSteps, parseOptionsFor } from './lint.ts'
export { lintPython } from './python/index.ts'
export {
  followRedirects,
  pathOfAddress,
  type Redirect,
  readRedirects,
  redirectedPath,
  redirectOf,
  targetOf,
} from './redirects.ts'
export {
  type Context,
  type Document,
  defaultOptions,
  defineRule,
  type Example,
  type Family,
  type Finding,
  families,
  type Model,
  type OptionSchema,
  type Rule,
  rulePage,
} from './rule.ts'
export { rules } from './rules/index.ts'
export { directiveNames, roleNames } from './rules/rst/names.ts'
export { extendConfig, type PathSettings, settingsFor } from './settings.ts'
export { type FileKind, fileKind, type Site } from './site.ts'
export { readConf, type SphinxConf } from './sphinx/conf.ts'
export { resolvePath, type SphinxFiles, type SphinxProject, sphinxProject } from './sphinx/project.ts'
export { suggestedNames } from './suggested-names.ts'
export { findSuppressions, matchesRule, type Suppression, suppress, suppressionKinds } from './suppressions.ts'
export { correctionsOf, type TeamListFault, type TeamListOptions, teamListFaults } from './team-list.ts'
export { isEntryFor, readToctrees, releaseDay, type Toctree, type ToctreeLine } from './toctrees.ts'
export { goalLint } from './unified.ts'
export { wordsOf } from './words.ts'
