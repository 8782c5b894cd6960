/** Earlier versions of documents: only they show what an edit has removed. */
import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { exists } from './files.ts'
import { git, inWorkTree, textAt } from './git.ts'

export interface EarlierVersionsOptions {
  /** The revision to compare with. */
  revision: string
  /** Its name in messages. */
  name: string
  /** Whether to skip git for the first document if its index shows that the document is unchanged. This can be wrong for a document that
   * was staged before the last commit and not committed with it.
   */
  isQuick: boolean
}

/** The earlier versions of the documents that differ from them. One process finds these for a whole repository. */
export interface EarlierVersions {
  of(document: string): { name: string; source: string } | undefined
}

export function openEarlierVersions({ revision, name, isQuick }: EarlierVersionsOptions): EarlierVersions {
  const changed = new Map<string, ReadonlyMap<string, string>>()
  let isFirst = true
  return {
    of(document) {
      const place = inWorkTree(document)
      const isLookEnough = isQuick && isFirst
      isFirst = false
      if (!place || (isLookEnough && isAsCommitted(place, document))) return undefined
      const names = changed.get(place.root) ?? changedSince(place.root, revision)
      changed.set(place.root, names)
      const then = names.get(place.name)
      const source = then === undefined ? undefined : textAt(place.root, then, revision)
      return source === undefined ? undefined : { name, source }
    },
  }
}

/** The files of the work tree that differ from a revision, with their names at that revision. */
export function changedSince(root: string, revision: string): ReadonlyMap<string, string> {
  const options = ['--name-status', '-z', '--find-renames=40%', '--diff-filter=MRT', '--no-ext-diff']
  const fields = (git(root, 'diff', ...options, '--end-of-options', revision, '--') ?? '').toString('utf8').split('\0')
  const names = new Map<string, string>()
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const then = fields[at + 1]!
    if (fields[at]!.startsWith('R')) at++
    names.set(fields[at + 1]!, then)
  }
  return names
}

/** Offsets of the fields of an entry in git's index, in bytes before its name (git's index format, versions 2 and 3). */
const indexFields = { mtime: 54, nanoseconds: 50, size: 26 }

/** Whether a file is unchanged according to git's index, and was written before the last commit or checkout. */
function isAsCommitted({ root, name }: { root: string; name: string }, path: string): boolean {
  const log = join(root, '.git', 'logs', 'HEAD')
  const index = join(root, '.git', 'index')
  if (!exists(log) || !exists(index) || !exists(path)) return false
  const { ctimeNs, mtimeNs, size } = statSync(resolve(path), { bigint: true })
  if (ctimeNs >= statSync(log, { bigint: true }).mtimeNs) return false
  const bytes = readFileSync(index)
  const at = bytes.indexOf(`${name}\0`)
  if (at < indexFields.mtime) return false
  const field = (before: number) => BigInt(bytes.readUInt32BE(at - before))
  return (
    field(indexFields.mtime) * 1_000_000_000n + field(indexFields.nanoseconds) === mtimeNs && field(indexFields.size) === size
  )
}
