/** Stores when a document and its model last agreed since the last commit. It is kept in git's own folder, so that a model can be edited
 * and rendered several times between two commits.
 */
import { statSync } from 'node:fs'
import { type DocumentOptions, openDocument } from '../document/index.ts'
import { type Goal, validateGoal } from '../goal/index.ts'
import { isRecord } from '../text/index.ts'
import { cacheFile, readCache, writeCache } from './cache-file.ts'
import { gitLine, inWorkTree } from './git.ts'
import type { PairPaths, PastPair } from './history.ts'

export interface Agreement extends PastPair {
  /** Whether HEAD has not moved since. */
  isCurrent: boolean
  /** Whether the file was not written since, not even with the same text. */
  isUntouched: Readonly<Record<keyof PairPaths, boolean>>
}

/** Where the pair of a document is stored, and the current commit; `undefined` outside of a repository. */
function placeOf(document: string): { file: string; head: string } | undefined {
  const place = inWorkTree(document)
  const file = cacheFile(document)
  if (!place || !file) return undefined
  const head = gitLine(place.root, 'rev-parse', '--verify', '--quiet', 'HEAD') ?? ''
  return { file, head }
}

/** Stores that a document agrees with its model. Both files are written. */
export function rememberAgreement(paths: PairPaths, document: string, model: Goal): void {
  const place = placeOf(paths.document)
  if (!place) return
  try {
    writeCache(place.file, JSON.stringify({ head: place.head, written: writtenAt(paths), document, model }))
  } catch {
    // If the folder is read-only, only git's history is used.
  }
}

/** The stored pair. A stored pair that is damaged, or that another version of goaldoc wrote, is as good as
 * none.
 */
export function rememberedAgreement(paths: PairPaths, options: DocumentOptions): Agreement | undefined {
  const place = placeOf(paths.document)
  const text = place && readCache(place.file)
  if (!place || text === undefined) return undefined
  try {
    const found: unknown = JSON.parse(text)
    if (!isRecord(found) || typeof found.document !== 'string' || typeof found.head !== 'string') return undefined
    const { goal, issues } = validateGoal(found.model, options)
    if (!goal || issues.length > 0) return undefined
    const revision = found.head
    const { document, model } = writtenAt(paths)
    const then: Partial<Record<string, unknown>> = isRecord(found.written) ? found.written : {}
    return {
      revision,
      document: openDocument(found.document, options),
      model: goal,
      isCurrent: revision === place.head,
      isUntouched: { document: then.document === document, model: then.model === model },
    }
  } catch {
    return undefined
  }
}

/** When the files were last modified, in milliseconds. */
function writtenAt({ document, model }: PairPaths): Record<keyof PairPaths, number | undefined> {
  const at = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs
  return { document: at(document), model: at(model) }
}
