/** The cache folder of goaldoc inside of git's own folder. It can be removed at any time. */
import { dirname, join, resolve } from 'node:path'
import { readTextIfThere } from './files.ts'
import { gitLine, inWorkTree } from './git.ts'
import { writeText } from './writing.ts'

/** The path of the cache file for a file; `undefined` outside of a repository. */
export function cacheFile(path: string, kind = ''): string | undefined {
  const place = inWorkTree(path)
  const folder = place && gitLine(place.root, 'rev-parse', '--git-path', 'goaldoc')
  if (!place || !folder) return undefined
  // Loaded only here: most commands hash nothing.
  const { createHash } = process.getBuiltinModule('node:crypto')
  const name = createHash('sha256').update(place.name).digest('hex').slice(0, 32)
  return join(resolve(place.root, folder), `${name}${kind}.json`)
}

/** The text of a cache file; `undefined` if there is none. */
export function readCache(file: string): string | undefined {
  return readTextIfThere(file, file, gitFolderOf(file))
}

export function writeCache(file: string, text: string): void {
  writeText(file, text, file, { withFolders: true, root: gitFolderOf(file) })
}

/** Git's own folder, which contains the cache folder. */
function gitFolderOf(file: string): string {
  return dirname(dirname(file))
}
