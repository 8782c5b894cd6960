/** Stores when a document and its model last agreed since the last commit. It is kept in git's own folder, so that a model can be edited
 * and rendered several times between two commits.
 */
import { type DocumentOptions, openDocument } from '../document/index.ts'
import { type Goal, validateGoal } from '../goal/index.ts'
import { isRecord } from '../text/index.ts'
import { cacheFile, readCache, writeCache } from './cache-file.ts'
import { gitLine, inWorkTree } from './git.ts'
import type { PastPair } from './history.ts'

/** Where the pair of a document is stored, and the current commit; `undefined` outside of a repository. */
function placeOf(document: string): { file: string; head: string } | undefined {
  const place = inWorkTree(document)
  const file = cacheFile(document)
  if (!place || !file) return undefined
  const head = gitLine(place.root, 'rev-parse', '--verify', '--quiet', 'HEAD') ?? ''
  return { file, head }
}

/** Stores that a document agrees with its model. */
export function rememberAgreement(path: string, document: string, model: Goal): void {
  const place = placeOf(path)
  if (!place) return
  try {
    writeCache(place.file, JSON.stringify({ head: place.head, document, model }))
  } catch {
    // If the folder is read-only, only git's history is used.
  }
}

/** The stored pair, and whether HEAD has not moved since. A stored pair that is damaged, or that another version of goaldoc wrote, is as good as
 * none.
 */
export function rememberedAgreement(path: string, options: DocumentOptions): (PastPair & { isCurrent: boolean }) | undefined {
  const place = placeOf(path)
  const text = place && readCache(place.file)
  if (!place || text === undefined) return undefined
  try {
    const found: unknown = JSON.parse(text)
    if (!isRecord(found) || typeof found.document !== 'string' || typeof found.head !== 'string') return undefined
    const { goal, issues } = validateGoal(found.model, options)
    if (!goal || issues.length > 0) return undefined
    const revision = found.head
    return { revision, document: openDocument(found.document, options), model: goal, isCurrent: revision === place.head }
  } catch {
    return undefined
  }
}
