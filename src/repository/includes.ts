/** Reads the files that a document includes, within its repository. */
import { realpathSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { exists, isFolder, readTextIfThere } from './files.ts'
import { repositoryRoot } from './git.ts'

/** Text within the folder `root` alone; nothing where it cannot be read. */
export function textWithin(path: string, root: string): string | undefined {
  if (!exists(path) || isFolder(path)) return undefined
  const real = realpathSync(path)
  if (relative(realpathSync(root), real).startsWith('..')) return undefined
  try {
    return readTextIfThere(real)
  } catch {
    return undefined
  }
}

/** The text of a file as the document names it: `null` where the repository has none, nothing where it lies outside or cannot be
 * read. `/` begins at `top`, the folder of `conf.py`; without one such a path is not followed. */
export function includeReader(document: string, top?: string): (path: string) => string | null | undefined {
  return (path) => {
    if (path.startsWith('/') && top === undefined) return undefined
    const file = path.startsWith('/') ? join(top!, path) : join(dirname(document), path)
    const root = repositoryRoot(dirname(document))
    if (root === undefined || relative(root, file).startsWith('..')) return undefined
    return exists(file) ? textWithin(file, root) : null
  }
}
