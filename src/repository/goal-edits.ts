/** Edits goals: model and document together, and either all files or none. */
import type { OpenDocument } from '../document/index.ts'
import { type Goal, UnwritableGoalError, updateModel } from '../goal/index.ts'
import { cannot, errorCode } from './errors.ts'
import { type FileEdit, reversed, writeEdits } from './file-edits.ts'
import { distrustedRepository, git, gitLine, gitSettings, inWorkTree, isDistrusted } from './git.ts'
import type { LoadedModel } from './models.ts'

/** A goal whose files are edited. */
export interface EditedGoal {
  /** Absolute. */
  path: string
  shown: string
  /** Absent if the file does not exist. */
  document?: OpenDocument
  model?: LoadedModel
}

/** One step of an edit: a change of a goal. It is applied to the document and to the model separately. */
export type GoalStep = (goal: Goal) => Goal

/** The files after the steps, which are applied in order. Values that a model does not state are edited only in the document,
 * unless `isFirst` is set: then the steps add them to the model.
 * @throws {UnwritableGoalError} if a document cannot express a value
 */
export function editGoal(goal: EditedGoal, steps: readonly GoalStep[], isFirst = false): FileEdit[] {
  return afterSteps(goal, steps, isFirst).edits
}

/** The same edits, and the goal after them. */
export function afterSteps(
  goal: EditedGoal,
  steps: readonly GoalStep[],
  isFirst = false,
): { edits: FileEdit[]; after: EditedGoal } {
  const { path, shown, document, model } = goal
  const edits: FileEdit[] = []
  const after = { ...goal }
  if (document) {
    after.document = namingFile(shown, () => steps.reduce((now, step) => now.update(step(now.goal)), document))
    edits.push({ path, shown, before: document.source, after: after.document.source })
  }
  if (model?.goal && (model.goal.teams || isFirst)) {
    const stated = steps.reduce((value, step) => step(value), model.goal)
    if (model.kind === 'typescript')
      throw cannot(`edit ${model.shown}`, 'a TypeScript model is not rewritten', 'Edit it by hand, then run `goaldoc render`')
    after.model = { ...model, text: namingFile(model.shown, () => updateModel(model.text, stated)), goal: stated }
    edits.push({ path: model.path, shown: model.shown, before: model.text, after: after.model.text })
  }
  return { edits: edits.filter((edit) => edit.before !== edit.after), after }
}

/** What `write` returns. The error for values that cannot be written names their file. */
export function namingFile<Made>(shown: string, write: () => Made): Made {
  try {
    return write()
  } catch (error) {
    throw error instanceof UnwritableGoalError ? new UnwritableGoalError(error.values, shown) : error
  }
}

/** A commit to make: its files and its message. */
export interface PlannedCommit {
  edits: readonly FileEdit[]
  message: string
}

/** Writes the files and commits them, one commit after another. If one fails, everything is undone. */
export function commitEdits(commits: readonly PlannedCommit[]): void {
  const root = rootOf(commits)
  const start = gitLine(root, 'rev-parse', '--verify', '--quiet', 'HEAD')
  if (!start && isDistrusted(root)) throw cannot('commit', distrustedRepository.why, distrustedRepository.remedy)
  if (!start) throw cannot('commit', 'there is no commit yet to add one to', 'Commit what there is first')
  const all = commits.flatMap(({ edits }) => edits)
  const there = all.flatMap(({ path, shown, from, isNew }) => (isNew ? [] : [from ?? { path, shown }]))
  for (const { path, shown } of new Map(there.map((file) => [file.path, file])).values()) {
    if (git(root, 'diff', '--quiet', 'HEAD', '--', path) === undefined || !gitLine(root, 'ls-files', '--', path))
      throw cannot(`commit ${shown}`, 'it has changes that are not committed', 'Commit them first, or leave `--commit` away')
  }
  const done: FileEdit[][] = []
  try {
    for (const { edits, message } of commits) {
      writeEdits(edits)
      done.push([...edits])
      commit(root, message, edits)
    }
  } catch (error) {
    // Other staged files stay staged.
    git(root, 'update-ref', 'HEAD', start)
    for (const edits of done.reverse()) writeEdits(reversed(edits))
    git(root, 'reset', '--quiet', '--', ...pathsOf(all))
    throw error
  }
}

/** All paths of some edits, including those of deleted and moved files. */
function pathsOf(edits: readonly FileEdit[]): string[] {
  return [...new Set(edits.flatMap(({ path, from }) => [path, ...(from ? [from.path] : [])]))]
}

function rootOf(commits: readonly PlannedCommit[]): string {
  const path = commits[0]?.edits[0]?.path
  const root = path === undefined ? undefined : inWorkTree(path)?.root
  if (!root) throw cannot('commit', 'this is not a git repository', 'Run it in a checkout, or without `--commit`')
  return root
}

function commit(root: string, message: string, edits: readonly FileEdit[]): void {
  const { spawnSync } = process.getBuiltinModule('node:child_process')
  const run = (input: string, ...args: string[]) =>
    spawnSync('git', [...gitSettings, ...args], { cwd: root, input, encoding: 'utf8' })
  // `git commit` with paths accepts only files that git tracks.
  const added = edits.filter(({ from, isNew }) => from || isNew).map(({ path }) => path)
  const adding = added.length > 0 ? run('', 'add', '--', ...added) : undefined
  const ran = adding?.status ? adding : run(message, 'commit', '--quiet', '--file=-', '--only', '--', ...pathsOf(edits))
  if (ran.status === 0) return
  const reason = ran.error ? (errorCode(ran.error) ?? ran.error.message) : ran.stderr.trim().split('\n')[0]
  throw cannot('commit', reason?.replace(/\.$/, '') || 'git refused', 'Nothing was changed', { detail: ran.stderr.trim() })
}
