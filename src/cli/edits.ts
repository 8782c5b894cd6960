/** The last step of commands that edit goals: show, write or commit. */
import { commitEdits, diffOfEdits, type FileEdit, joinEdits, type PlannedCommit, writeEdits } from '../repository/index.ts'
import type { Arguments, Option } from './command.ts'
import { type Io, show } from './io.ts'

export const editOptions = {
  'dry-run': { type: 'boolean', describe: 'Write nothing; name the files that would change' },
  diff: { type: 'boolean', describe: 'Write nothing; show what would change' },
} as const satisfies Record<string, Option>

/** Shows, writes or commits the edits; returns the exit code, which is 1 if something would change and nothing is written. */
export async function finishEdits(
  commits: readonly PlannedCommit[],
  args: Arguments,
  io: Io,
  isCommitting = false,
): Promise<number> {
  const edits = joinEdits(commits.flatMap(({ edits: own }): readonly FileEdit[] => own))
  if (args.diff || args['dry-run']) return showEdits(edits, args, io)
  if (edits.length === 0) io.err('Nothing to change\n')
  else if (isCommitting) commitEdits(commits)
  else writeEdits(edits)
  printEdits(edits, io)
  if (isCommitting && commits.length > 0) io.err(`Made ${commits.length} ${commits.length === 1 ? 'commit' : 'commits'}\n`)
  return 0
}

/** Shows what would change; returns the exit code. */
async function showEdits(edits: readonly FileEdit[], args: Arguments, io: Io): Promise<number> {
  if (args.diff) show(io, await diffOfEdits(edits, io.colour), io.colour)
  else for (const edit of edits) io.out(`Would ${wordsFor(edit)}\n`)
  return edits.length > 0 ? 1 : 0
}

function wordsFor({ shown, from, isNew, isGone }: FileEdit): string {
  if (from) return `move ${from.shown} to ${shown}`
  return `${isNew ? 'create' : isGone ? 'remove' : 'change'} ${shown}`
}

function printEdits(edits: readonly FileEdit[], io: Io): void {
  for (const { shown, from, isNew, isGone } of edits)
    io.err(from ? `Moved ${from.shown} to ${shown}\n` : `${isNew ? 'Wrote' : isGone ? 'Removed' : 'Updated'} ${shown}\n`)
}
