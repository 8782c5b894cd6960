/** Edits of several files: either all are written, or none. */
import { chmodSync, rmdirSync, rmSync, statSync, unlinkSync } from 'node:fs'
import { dirname } from 'node:path'
import { type CannotError, cannot, reasonOf } from './errors.ts'
import { exists, readTextIfThere } from './files.ts'
import { unifiedDiff } from './unified-diff.ts'
import { writeText } from './writing.ts'

/** An edit of one file, with its text before and after. */
export interface FileEdit {
  path: string
  shown: string
  before: string
  after: string
  /** The current path, if the file is moved. */
  from?: { path: string; shown: string }
  /** Whether the file does not exist yet. */
  isNew?: true
  /** Whether the file is deleted. */
  isGone?: true
}

/** Functions that write files; tests replace them with ones that fail. */
export interface Disk {
  write(edit: FileEdit): void
  remove(path: string, shown: string): void
}

export const disk: Disk = {
  write({ path, shown, before, after, from, isNew }) {
    if (!from && !isNew) writeText(path, after, shown, { before })
    else writeText(path, after, shown, { before: '', withFolders: true })
  },
  remove(path, shown) {
    try {
      unlinkSync(path)
    } catch (error) {
      throw cannot(`remove ${shown}`, reasonOf(error), undefined, { cause: error })
    }
  },
}

/** Writes all files or none: if one cannot be written, the earlier ones are restored. */
export function writeEdits(edits: readonly FileEdit[], { write, remove }: Disk = disk): void {
  for (const edit of edits) checkUntouched(edit)
  const undo: (() => void)[] = []
  const removed = edits.flatMap(({ path, shown, from, isGone, before }) => {
    const gone = from ?? (isGone ? { path, shown } : undefined)
    return gone ? [{ ...gone, before, mode: modeOf(gone.path) }] : []
  })
  try {
    for (const edit of edits.filter(({ isGone }) => !isGone)) {
      undo.push(undoOf(edit))
      write(edit)
      if (edit.from) setMode(edit.path, modeOf(edit.from.path))
    }
    for (const { path, shown, before, mode } of removed) {
      undo.push(() => {
        if (exists(path)) return
        writeText(path, before, shown)
        setMode(path, mode)
      })
      if (readTextIfThere(path, shown) !== before) throw changed(shown)
      remove(path, shown)
    }
  } catch (error) {
    for (const step of undo.reverse()) step()
    throw error
  }
  for (const { path } of removed) removeEmptyFolder(dirname(path))
}

/** Throws if a file has changed since its edit was computed. */
function checkUntouched({ path, shown, before, from, isNew }: FileEdit): void {
  if ((from || isNew) && exists(path)) throw cannot(`write ${shown}`, 'there is such a file by now', 'Run the command again')
  const there = from ?? { path, shown }
  if (!isNew && readTextIfThere(there.path, there.shown) !== before) throw changed(there.shown)
}

function changed(shown: string): CannotError {
  return cannot(`write ${shown}`, 'it was changed in the meantime', 'Run the command again')
}

/** Returns a function that undoes an edit, as far as it was done: it restores the old text, or removes the new file and its new
 * folders. A file with any other text was changed by another program and stays.
 */
function undoOf({ path, shown, before, after, from, isNew }: FileEdit): () => void {
  const isOurs = () => readTextIfThere(path, shown) === after
  if (!from && !isNew) return () => void (isOurs() && writeText(path, before, shown, { before: after }))
  const folders: string[] = []
  for (let at = dirname(path); !exists(at); at = dirname(at)) folders.push(at)
  return () => {
    if (isOurs()) rmSync(path)
    folders.forEach(removeEmptyFolder)
  }
}

function modeOf(path: string): number | undefined {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode
  return mode === undefined ? undefined : mode & 0o7777
}

function setMode(path: string, mode: number | undefined): void {
  if (mode !== undefined) chmodSync(path, mode)
}

function removeEmptyFolder(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // The folder is not empty.
  }
}

/** The edits that undo other edits. */
export function reversed(edits: readonly FileEdit[]): FileEdit[] {
  return edits.map(({ path, shown, before, after, from, isNew, isGone }) => ({
    ...(from ? { ...from, from: { path, shown } } : { path, shown }),
    before: after,
    after: before,
    ...(isNew ? { isGone: true } : {}),
    ...(isGone ? { isNew: true } : {}),
  }))
}

/** Joins edits of the same file into one. */
export function joinEdits(edits: readonly FileEdit[]): FileEdit[] {
  const files = new Map<string, FileEdit>()
  for (const edit of edits) files.set(edit.path, { ...edit, before: files.get(edit.path)?.before ?? edit.before })
  return [...files.values()].filter(({ before, after, from }) => from !== undefined || before !== after)
}

export async function diffOfEdits(edits: readonly FileEdit[], colour: boolean): Promise<string> {
  const diffs: string[] = []
  for (const { shown, before, after, from, isNew, isGone } of edits) {
    if (from) diffs.push(`diff --git a/${from.shown} b/${shown}\nrename from ${from.shown}\nrename to ${shown}\n`)
    const names = { before: isNew ? null : (from?.shown ?? shown), after: isGone ? null : shown }
    diffs.push(await unifiedDiff(names, before, after, colour))
  }
  return diffs.join('')
}
