/** What `lint` and `check` share: their options, and the steps from documents to an exit code. */
import { updateDocument } from '../document/index.ts'
import {
  type Diagnostic,
  findingsOfChange,
  fixAll,
  type LineRange,
  lint,
  lintInSteps,
  matchBaseline,
  rules,
} from '../lint/index.ts'
import { countOf, type Result } from '../report/index.ts'
import {
  type Changes,
  cannot,
  changesBetween,
  gitLine,
  isUnusable,
  openChanges,
  openEarlierVersions,
  type Preparation,
  type PreparedText,
  prepareText,
  progress,
  readText,
  revision,
  revisionOrThrow,
  unifiedDiff,
  writeText,
} from '../repository/index.ts'
import { saveBaseline, useBaseline } from './baseline.ts'
import { type Arguments, type Option, teamsOption } from './command.ts'
import { type InspectedDocument, printConclusion } from './conclusion.ts'
import { type Io, show } from './io.ts'
import { modelResult, unwritableResult } from './model-errors.ts'
import { tellOrThrow } from './one-of.ts'
import { fixShownBy, formatFlags, printReports } from './reports.ts'
import { isLongWork, optimisingLate } from './tiers.ts'
import { type LastRun, watchOption } from './watch.ts'
import { hookOption, type Pair, type Workspace } from './workspace.ts'

export const inspectOptions = {
  changed: { type: 'optional', value: 'REF', describe: 'Report only what changed since a revision (default: HEAD)' },
  format: {
    type: 'string',
    alias: 'f',
    many: true,
    value: 'FORMAT',
    describe:
      'pretty (default), compact, json, sarif, github, gitlab, junit, checkstyle, zuul or auto; FORMAT:FILE writes a file',
  },
  all: { type: 'boolean', describe: 'Show all findings of a rule, not only its first per file' },
  statistics: { type: 'boolean', describe: 'Show the number of findings per rule' },
  quiet: { type: 'boolean', alias: 'q', describe: 'Show only errors' },
  rule: {
    type: 'string',
    many: true,
    value: 'NAME[:LEVEL]',
    describe: 'Run only this rule, or set its level: off, info, warning or error',
  },
  teams: teamsOption,
  'max-warnings': { type: 'number', value: 'N', describe: 'Allow N warnings' },
  baseline: { type: 'string', value: 'FILE', describe: 'Hide the findings that this file lists', isRare: true },
  'update-baseline': { type: 'boolean', describe: 'Write all findings to the baseline', isRare: true },
  watch: watchOption,
  hook: hookOption,
} as const satisfies Record<string, Option>

/** A document to lint: a file, or standard input with the name of a file. */
export interface Subject extends Pair {
  source?: string
}

/** The options of a run, read from the arguments once. */
export interface Inspection extends Omit<Preparation, 'cwd'> {
  args: Arguments
  io: Io
  /** What the last run found, for `--watch`. */
  memory?: LastRun
  /** The changes to compare with, for `--changed`. */
  changes?: Changes
}

/** Reads the flags whose values need a check. `--changed` may have taken a path as its revision: such a path is returned. */
export async function readInspection(args: Arguments, workspace: Workspace, io: Io): Promise<Inspection> {
  const since = sinceOf(args, io)
  const isQuick = since === undefined && !args.hook && args._.length === 1
  const earlier = openEarlierVersions({ revision: since ?? 'HEAD', name: since ?? 'HEAD', isQuick })
  const inspection: Inspection = { args, workspace, io, settings: {}, earlier }
  formatFlags(args, io)
  for (const flag of (args.rule as string[] | undefined) ?? []) {
    const { parseRuleFlag } = await import('../lint/index.ts')
    const parsed = parseRuleFlag(flag)
    if ('message' in parsed) throw cannot(`use --rule ${flag}`, parsed.message)
    inspection.settings[parsed.name] = parsed.setting
    if (flag.includes(':')) continue
    const isMeant = (name: string) =>
      name === parsed.name || (parsed.name.endsWith('/*') && name.startsWith(parsed.name.slice(0, -1)))
    inspection.only = [...(inspection.only ?? []), ...rules.map(({ name }) => name).filter(isMeant)]
  }
  if (since !== undefined && !(args.hook && since === 'HEAD' && isWithoutChange(io)))
    inspection.changes = openChanges((folder) => revisionOrThrow(folder, since))
  return inspection
}

/** The revision that `--changed` compares with: the named one, otherwise the start of the push or pull request that pre-commit reports,
 * otherwise the last commit.
 */
function sinceOf({ changed }: Arguments, { env, cwd }: Io): string | undefined {
  if (changed === undefined) return undefined
  if (changed) return String(changed)
  const { PRE_COMMIT_FROM_REF: from, PRE_COMMIT_TO_REF: to } = env
  return from && to ? gitLine(cwd, 'merge-base', '--end-of-options', from, to) || from : 'HEAD'
}

/** Whether all files count as changed: for a hook over all files of a clean checkout (`pre-commit run --all-files`), and before the first
 * commit.
 */
function isWithoutChange(io: Io): boolean {
  return revision(io.cwd, 'HEAD') === undefined || gitLine(io.cwd, 'diff', '--name-only', 'HEAD', '--') === ''
}

/** What the linter knows about a document. */
interface Prepared extends PreparedText {
  subject: Subject
  source: string
  /** The errors in the model, if it cannot be used. */
  modelErrors?: Result
  whyModelIsUnread?: string
}

/** Lints documents, applies fixes on request, prints the reports, and returns the exit code. */
export function inspect(subjects: readonly Subject[], inspection: Inspection): Promise<number> {
  const work = () => inspectAll(subjects, inspection)
  const isLong = subjects.length > 1 || isLongWork(subjects.flatMap(({ document, model }) => [document, model]))
  return isLong ? optimisingLate(work) : work()
}

async function inspectAll(subjects: readonly Subject[], inspection: Inspection): Promise<number> {
  const { args, io } = inspection
  const inspected: InspectedDocument[] = []
  const broken: Result[] = []
  const isRepairing = Boolean(args.fix || args.diff)
  const isFixShown = fixShownBy(args, io)
  let [isDifferent, isUnread] = [false, false]
  let older = 0
  const line = progress(subjects.length, io.errorStream)
  const tell = tellOrThrow(subjects.length, io)
  for (const subject of subjects) {
    line.step(subject.shown)
    if (inspection.changes && !isTouched(subject, inspection.changes)) continue
    try {
      const prepared = await prepare(subject, inspection)
      if (prepared.modelErrors) broken.push(prepared.modelErrors)
      if (prepared.whyModelIsUnread !== undefined) {
        io.err(`${prepared.whyModelIsUnread}\n`)
        isUnread = true
      }
      const change = changeOf(prepared, inspection)
      const done = isRepairing
        ? await repair(prepared, change, inspection)
        : { source: prepared.source, diagnostics: findingsOf(prepared, isFixShown), isDifferent: false }
      isDifferent ||= done.isDifferent
      const unwritable = unwritableOf(prepared, done)
      if (unwritable) broken.push(unwritable)
      const diagnostics = await onChangedLines(done, prepared, change)
      older += done.diagnostics.length - diagnostics.length
      const { options, model } = prepared
      const result = { path: subject.shown, source: done.source, diagnostics }
      inspected.push({ subject, options, result, ...(model?.goal && !unwritable ? { goal: model.goal } : {}) })
    } catch (error) {
      // A file that cannot be read does not stop the others.
      tell(error)
      isUnread = true
    }
  }
  line.end()
  const isIncomplete = isUnread || broken.length > 0
  const found = inspected.map(({ result }) => result)
  if (args['update-baseline']) {
    await saveBaseline(found, subjects, inspection)
    // Files that could not be read, and errors in the YAML of models, are never in the baseline.
    if (broken.length > 0) await printReports(broken, inspection)
    return isIncomplete ? 2 : 0
  }
  const results = await useBaseline(found, subjects, inspection, matchBaseline)
  if (!args.diff) await printReports([...broken, ...results], inspection)
  else if (!isDifferent && isFailing(results, args)) io.err('Nothing to show: no fix applies to what `goaldoc lint` finds\n')
  await printConclusion({ inspected, results, older, isComplete: !isIncomplete && !isDifferent }, inspection)
  if (isIncomplete) return 2
  return isDifferent || isFailing(results, args) ? 1 : 0
}

/** The findings; their fixes are checked only if one is shown, because that takes as long as parsing. */
function findingsOf({ linter, source, options }: Prepared, isFixShown: (found: Diagnostic) => boolean): Diagnostic[] {
  if (linter !== lint) return linter(source, options)
  const linted = lintInSteps(source, options)
  return linted.findings.some(isFixShown) ? linted.withFixes() : [...linted.findings]
}

/** Errors fail, and so do more warnings than allowed. Infos do not. */
function isFailing(results: readonly Result[], args: Arguments): boolean {
  const count = (severity: Diagnostic['severity']) =>
    results
      .flatMap(({ diagnostics }) => diagnostics)
      .reduce((sum, found) => sum + (found.severity === severity ? countOf(found) : 0), 0)
  return count('error') > 0 || count('warning') > ((args['max-warnings'] as number | undefined) ?? 0)
}

/** Values that a model states and its document cannot express, if the two differ. The drift finding alone would recommend `goaldoc render`,
 * which fails for them.
 */
function unwritableOf({ model, options }: Prepared, { source, diagnostics }: { source: string; diagnostics: Diagnostic[] }) {
  if (!model || !diagnostics.some(({ ruleId }) => ruleId.startsWith('drift/'))) return undefined
  return unwritableResult(model, () => updateDocument(source, model.goal!, options.profile ? { profile: options.profile } : {}))
}

/** Reads a document and its model. A model with errors, or one that cannot be read, does not keep its document from being linted. */
async function prepare(subject: Subject, inspection: Inspection): Promise<Prepared> {
  const { cwd } = inspection.io
  const source = subject.source ?? readText(subject.document, subject.shown)
  try {
    const prepared = await prepareText(subject, { ...inspection, cwd })
    const { model, ...withoutModel } = prepared
    if (!model || !isUnusable(model)) return { subject, source, ...prepared }
    return { subject, source, ...withoutModel, modelErrors: modelResult(model) }
  } catch (error) {
    if (!subject.model || !(error instanceof Error && error.name === 'CannotError')) throw error
    const { model: _, ...documentAlone } = subject
    const prepared = await prepareText(documentAlone, { ...inspection, cwd })
    return { subject, source, ...prepared, whyModelIsUnread: error.message }
  }
}

/** How a change affects a document and its model. */
interface SubjectChange {
  ranges: readonly LineRange[]
  /** The earlier document; absent if there was none. */
  before?: string
  isModelChanged: boolean
}

/** Whether a change touched a document or its model. */
function isTouched({ document, model }: Subject, changes: Changes): boolean {
  return changes.of(document) !== undefined || (model !== undefined && changes.of(model) !== undefined)
}

function changeOf({ subject, source }: Prepared, { changes }: Inspection): SubjectChange | undefined {
  if (!changes) return undefined
  const { document, model } = subject
  const { ranges, before } = changes.of(document) ?? { ranges: [], before: source }
  const isModelChanged = model !== undefined && changes.of(model) !== undefined
  return { ranges, isModelChanged, ...(before === undefined ? {} : { before }) }
}

async function repair(
  { subject, source, options, linter }: Prepared,
  change: SubjectChange | undefined,
  { args, io }: Inspection,
) {
  const before = change?.before
  const done =
    before === undefined
      ? undefined
      : { ranges: change!.ranges, before: { source: before, diagnostics: linter(before, { ...options, before: undefined }) } }
  const fixed = fixAll(source, { ...options, unsafe: args.unsafe === true }, linter, done)
  if (args.diff) {
    show(io, await unifiedDiff(subject.shown, source, fixed.source, io.colour), io.colour)
    return { source, diagnostics: fixed.diagnostics, isDifferent: fixed.source !== source }
  }
  if (subject.source !== undefined) show(io, fixed.source)
  else if (writeText(subject.document, fixed.source, subject.shown, { before: source }))
    io.err(`Fixed ${fixed.fixed} in ${subject.shown}\n`)
  return { source: fixed.source, diagnostics: fixed.diagnostics, isDifferent: false }
}

/** The findings that the change added, including those that were fixed in this run. */
async function onChangedLines(
  { source, diagnostics }: { source: string; diagnostics: Diagnostic[] },
  { source: given, options, linter }: Prepared,
  change: SubjectChange | undefined,
): Promise<Diagnostic[]> {
  if (!change || diagnostics.length === 0) return diagnostics
  const { before } = change
  const ranges = source === given || before === undefined ? change.ranges : changesBetween(before, source)
  // A change of the model can affect any line of its document. If the earlier model cannot be read, all drift counts as new.
  const model = change.isModelChanged ? { model: undefined } : {}
  return findingsOfChange({ source, diagnostics }, ranges, before, (then) =>
    linter(then, { ...options, before: undefined, ...model }),
  )
}
