/** `goaldoc pull`: merges hand edits of documents into their models. */
import { compareGoals, describeDifference, type OpenDocument, openDocument, teamFaults } from '../document/index.ts'
import { type Goal, UnwritableGoalError, updateModel } from '../goal/index.ts'
import { type Diagnostic, findingsOfChange, type LintOptions, lint } from '../lint/index.ts'
import {
  agrees,
  cannot,
  changesBetween,
  exists,
  lastAgreement,
  loadModel,
  namingFile,
  notRead,
  type PastPair,
  type Pulled,
  pairAt,
  progress,
  pullEdits,
  readText,
  rememberAgreement,
  unifiedDiff,
  writeText,
} from '../repository/index.ts'
import { firstByKey, printableIn } from '../text/index.ts'
import type { Arguments, Command } from './command.ts'
import { type Io, show } from './io.ts'
import { type Lens, lensOf } from './lens.ts'
import { reportModelErrors, reportUnwritable } from './model-errors.ts'
import { oneOf } from './one-of.ts'
import { noModel, openWorkspace, type Pair, pairsOf, printIgnored, quoted, type Workspace } from './workspace.ts'

export const pull: Command = {
  name: 'pull',
  describe:
    'Copies hand edits of documents into their YAML models. It is a three-way merge: the base is the last commit in which document and model agreed.\nIt refuses a document if the edit left errors or conflict markers, or if a team was lost.',
  positionals: [{ name: 'DOC|DIR', describe: 'Documents, their models, or folders (default: goals)', many: true }],
  options: {
    base: { type: 'string', value: 'REF', describe: 'Use this revision as the base' },
    diff: { type: 'boolean', describe: 'Write nothing; show what would change' },
  },
  examples: [
    ['goaldoc pull goals/mars/orbit.rst', 'Copy the edits of one document into goals/mars/orbit.yaml'],
    ['goaldoc pull --base HEAD~3', 'Copy the edits of the last three commits'],
  ],
  async run(args, io) {
    const workspace = openWorkspace(args, io)
    const { pairs, ignored } = await pairsOf(args._, workspace, io)
    printIgnored(ignored, io)
    const wanted = pairs.filter(({ model, document }) => model !== undefined && exists(document))
    const alone = pairs.find(({ model }) => model !== undefined)?.shownModel
    if (wanted.length === 0 && alone !== undefined)
      throw cannot('pull', `${alone} has no document beside it`, `Write it with \`goaldoc render ${quoted(alone)}\``)
    if (wanted.length === 0) throw noModel('pull', pairs)
    const line = progress(wanted.length, io.errorStream)
    let code = 0
    const one = oneOf(wanted.length, io)
    for (const pair of wanted) {
      code = Math.max(code, await one(() => pullPair(pair, args, workspace, io)))
      line.step(pair.shown)
    }
    line.end()
    return code
  },
}

/** Pulls the edits of one document into its model; returns the exit code. */
export async function pullPair(pair: Pair, args: Arguments, workspace: Workspace, io: Io): Promise<number> {
  const model = await loadModel(pair.model!, io.cwd, await workspace.configurations.of(pair.model!))
  if (await reportModelErrors(model, io)) return 2
  const source = readText(pair.document, pair.shown)
  const excess = notRead(pair.shown, source)
  if (excess) throw excess
  const { lens, lint: lintOptions } = await lensOf(pair, model.goal!, workspace, io)
  const document = openDocument(source, lens)
  const paths = { document: pair.document, model: pair.model! }
  const now = { document: source, model: model.goal! }
  const before = args.base === undefined ? lastAgreement(paths, now, lens) : pairAt(paths, String(args.base), lens)
  const faults = await faultsOf(document, before, model.goal!, lintOptions)
  if (faults.length > 0) {
    for (const { line, column, message } of faults) io.err(`${pair.shown}:${line}:${column}: ${message}\n`)
    const count = faults.length === 1 ? 'the edit left an error' : `the edit left ${faults.length} errors`
    throw cannot(`pull ${pair.shown}`, `${count}, so goaldoc may misread it`, 'Fix the document, then pull again')
  }
  if (document.goal.title === '' && model.goal!.title !== '')
    throw cannot(
      `pull ${pair.shown}`,
      'it has no title, which a model needs',
      `Restore the title; or the whole document, with \`goaldoc render --force ${quoted(model.shown)}\``,
    )
  if (model.kind === 'typescript') return tellDifferences(pair, model.goal!, document, lens, io)
  let pulled: Pulled
  try {
    pulled = pullEdits({ document, model: model.goal! }, before)
  } catch (error) {
    await reportUnwritable(error, model, io)
    return 2
  }
  const text = namingFile(model.shown, () => updateModel(model.text, pulled.goal))
  if (text !== model.text && !before)
    io.err(
      `${pair.shown}: git has no commit in which it agreed with ${model.shown}; all differences are taken as edits of the document\n`,
    )
  for (const conflict of pulled.conflicts) io.err(`${model.shown}: ${conflict}; the model keeps its value\n`)
  if (args.diff) {
    show(io, await unifiedDiff(model.shown, model.text, text, io.colour), io.colour)
    return text === model.text && pulled.conflicts.length === 0 ? 0 : 1
  }
  if (writeText(pair.model!, text, model.shown, { before: model.text })) io.err(`Updated ${model.shown}\n`)
  if (agrees({ document, model: pulled.goal })) rememberAgreement(paths, source, pulled.goal)
  return pulled.conflicts.length > 0 ? 1 : 0
}

interface Fault {
  line: number
  column: number
  message: string
}

/** Why a document cannot be pulled: errors that the edit added, and teams that it lost. The official teams do not matter here. */
async function faultsOf(
  document: OpenDocument,
  before: PastPair | undefined,
  model: Goal,
  options: LintOptions,
): Promise<Fault[]> {
  // A section that does not exist cannot be misread.
  const isMisread = ({ severity, ruleId }: Diagnostic) => severity === 'error' && ruleId !== 'goal/missing-section'
  const { source } = document
  const diagnostics = lint(source, options).filter(isMisread)
  // If git has no earlier version of the document, everything that differs from the model counts as the edit.
  const old = (before?.document ?? documentOf(document, model)).source
  const ranges = changesBetween(old, source)
  const markers = diagnostics.filter(({ ruleId }) => ruleId === 'style/conflict-marker')
  const brought = findingsOfChange({ source, diagnostics }, ranges, old, (text) => lint(text, options))
  const teams = teamFaults(before?.document ?? { names: (model.teams ?? []).map(({ name }) => name) }, document)
  const found = [...new Set([...markers, ...brought]), ...teams].sort((a, b) => a.offset - b.offset)
  return [...firstByKey(found, ({ line }) => line).values()]
}

/** The document rendered from the model; unchanged if the model cannot be rendered. */
function documentOf(document: OpenDocument, model: Goal): OpenDocument {
  try {
    return document.update(model)
  } catch (error) {
    if (error instanceof UnwritableGoalError) return document
    throw error
  }
}

/** A TypeScript model is a program that only a person can edit: print the new values and the place to edit. */
async function tellDifferences(pair: Pair, goal: Goal, document: OpenDocument, lens: Lens, io: Io): Promise<number> {
  const differences = compareGoals(goal, document.goal, lens)
  for (const difference of differences) {
    const { a, b } = difference.places
    const places = [a && `${pair.shownModel}:${a.line}:${a.column}`, b && `${pair.shown}:${b.line}:${b.column}`].filter(Boolean)
    io.out(`${printableIn(`${places.join(' and ')}: ${describeDifference(difference)}`)}\n`)
  }
  if (differences.length === 0) return 0
  throw cannot(
    `pull into ${pair.shownModel}`,
    'goaldoc does not edit TypeScript models',
    `Edit the places above, then run \`goaldoc render ${quoted(pair.shownModel!)}\``,
  )
}
