/** What the teams of a goal answered in each published version. What was read once is kept in git's own folder. */
import { createHash } from 'node:crypto'
import { type Answer, answersOf, type DocumentOptions, openAnswers } from '../document/index.ts'
import { parseModel } from '../goal/index.ts'
import { readTextIfThere } from './files.ts'
import { keptFile } from './own-folder.ts'
import type { FileHistory, Version } from './versions.ts'
import { writeText } from './writing.ts'

export interface PastAnswers {
  version: Version
  answers: readonly Answer[]
}

/** A reader of the answers in the versions of a document, or of a model. */
export function answersReader(isModel: boolean, lens: DocumentOptions): (source: string) => Answer[] {
  return isModel ? answersOfModel : openAnswers(lens)
}

function answersOfModel(text: string): Answer[] {
  const { goal } = parseModel(text)
  return goal ? answersOf(goal) : []
}

/** The answers of every version, newest first; versions with the same text are read once. */
export function pastAnswers(history: FileHistory | undefined, read: (source: string) => readonly Answer[]): PastAnswers[] {
  return answersIn(history, new Map(), read)
}

function answersIn(
  history: FileHistory | undefined,
  known: Map<string, readonly Answer[]>,
  read: (source: string) => readonly Answer[],
): PastAnswers[] {
  return (history?.versions ?? []).map((version) => {
    const answers = known.get(version.blob) ?? read(history!.textOf(version))
    known.set(version.blob, answers)
    return { version, answers }
  })
}

/** What is kept of a file: each answer once, and by the name of each text in git the answers that stand in it. */
interface Kept {
  /** What the reading depends on. */
  by: string
  answers: Answer[]
  blobs: Record<string, number[]>
}

/** As `pastAnswers`, of the document or model at `path`, with what an earlier run has kept. `version` is that of this tool. */
export function keptPastAnswers(
  path: string,
  isModel: boolean,
  history: FileHistory | undefined,
  lens: DocumentOptions,
  version: string,
): PastAnswers[] {
  const read = answersReader(isModel, lens)
  // Templates of a project's own decide how a document is read, and are no data that could be compared.
  const isOwn = [lens.profile, ...(lens.profiles ?? [])].some((profile) => profile?.hasOwnTemplates)
  const file = history && !isOwn ? keptFile(path, '-answers') : undefined
  if (file === undefined) return pastAnswers(history, read)
  const by = createHash('sha256')
    .update(JSON.stringify([version, isModel, lens]))
    .digest('hex')
  const known = readKept(file, by)
  const before = known.size
  const past = answersIn(history, known, read)
  if (known.size > before) writeKept(file, by, past)
  return past
}

function readKept(file: string, by: string): Map<string, readonly Answer[]> {
  try {
    const kept = JSON.parse(readTextIfThere(file) ?? '{}') as Partial<Kept>
    if (kept.by !== by || !kept.answers || !kept.blobs) return new Map()
    const { answers } = kept
    return new Map(Object.entries(kept.blobs).map(([blob, indexes]) => [blob, indexes.map((index) => answers[index]!)]))
  } catch {
    // What another version or a full disk left behind is read again from git.
    return new Map()
  }
}

function writeKept(file: string, by: string, past: readonly PastAnswers[]): void {
  // A section that stays the same is one answer in all versions.
  const indexes = new Map<string, number>()
  const indexOf = (answer: Answer) => {
    const key = JSON.stringify(answer)
    const index = indexes.get(key) ?? indexes.size
    indexes.set(key, index)
    return index
  }
  const blobs = Object.fromEntries(past.map(({ version, answers }) => [version.blob, answers.map(indexOf)]))
  const answers = [...indexes.keys()].map((key) => JSON.parse(key) as Answer)
  try {
    writeText(file, JSON.stringify({ by, answers, blobs } satisfies Kept), file, { withFolders: true })
  } catch {
    // In a folder that cannot be written every run reads history again.
  }
}
