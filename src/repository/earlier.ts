/** Documents as a revision has them: what an edit has lost can be seen in no other way. */
import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { exists } from './files.ts'
import { git, inWorkTree, textAt } from './git.ts'

export interface EarlierOptions {
  /** The revision to compare with. */
  revision: string
  /** What people call it. */
  name: string
  /** Whether git is spared for the first document where a look at its files says that the document is what was committed. That look
   *  can be wrong about one that was staged before the last commit and not committed with it. */
  isQuick: boolean
}

/** The versions before, of documents that differ from them. One process tells for a whole repository which ones do. */
export interface Earlier {
  of(document: string): { name: string; source: string } | undefined
}

export function openEarlier({ revision, name, isQuick }: EarlierOptions): Earlier {
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

/** The files of the work tree that differ from a revision, with the names that they have there. */
export function changedSince(root: string, revision: string): ReadonlyMap<string, string> {
  const options = ['--name-status', '-z', '--find-renames=40%', '--diff-filter=MRT', '--no-ext-diff']
  const fields = (git(root, 'diff', ...options, revision, '--') ?? '').toString('utf8').split('\0')
  const names = new Map<string, string>()
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const then = fields[at + 1]!
    if (fields[at]!.startsWith('R')) at++
    names.set(fields[at + 1]!, then)
  }
  return names
}

/** Where the fields of an entry of git's index stand, in bytes before its name (git's index format, versions 2 and 3). */
const indexFields = { mtime: 54, nanoseconds: 50, size: 26 }

/** Whether a file is the one that git's index knows, and the last commit or checkout came after it was written. */
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
