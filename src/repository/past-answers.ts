/** The answers of the teams of a goal in each published version. Results are cached in git's own folder. */
import { type Answer, answersOf, type DocumentOptions, openAnswers } from '../document/index.ts'
import { parseModel } from '../goal/index.ts'
import { cacheFile, readCache, writeCache } from './cache-file.ts'
import type { FileHistory, Version } from './versions.ts'

export interface PastAnswers {
  version: Version
  answers: readonly Answer[]
}

/** The answers in the text of a model. */
export function answersOfModel(text: string): Answer[] {
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

/** The cache of a file: all different answers, and for each blob in git the indexes of its answers. */
interface Kept {
  /** A key of everything that the result depends on, besides the text. */
  by: string
  answers: Answer[]
  blobs: Record<string, number[]>
}

/** Like `pastAnswers`, for the document or model at `path`, with the cache of earlier runs. `version` is that of goaldoc. */
export function cachedPastAnswers(
  path: string,
  isModel: boolean,
  history: FileHistory | undefined,
  lens: DocumentOptions,
  version: string,
): PastAnswers[] {
  const read = isModel ? answersOfModel : openAnswers(lens)
  // A project's own templates decide how a document is read, but cannot be compared as data, so nothing is cached.
  const isOwn = [lens.profile, ...(lens.profiles ?? [])].some((profile) => profile?.hasOwnTemplates)
  const file = history && !isOwn ? cacheFile(path, '-answers') : undefined
  if (file === undefined) return pastAnswers(history, read)
  // Loaded only here: most commands hash nothing.
  const { createHash } = process.getBuiltinModule('node:crypto')
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
    const kept = JSON.parse(readCache(file) ?? '{}') as Partial<Kept>
    if (kept.by !== by || !kept.answers || !kept.blobs) return new Map()
    const { answers } = kept
    return new Map(Object.entries(kept.blobs).map(([blob, indexes]) => [blob, indexes.map((index) => answers[index]!)]))
  } catch {
    // A cache of another version, or one that was cut off, is ignored.
    return new Map()
  }
}

function writeKept(file: string, by: string, past: readonly PastAnswers[]): void {
  // A section that does not change is stored as one answer for all versions.
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
    writeCache(file, JSON.stringify({ by, answers, blobs } satisfies Kept))
  } catch {
    // If the folder is read-only, every run reads the history again.
  }
}
