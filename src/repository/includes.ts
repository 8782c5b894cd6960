/** Reads the files that a document includes from its repository. */
import { realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isOutside, repositoryRoot } from './boundary.ts'
import { exists, isFolder, readText } from './files.ts'

/** The text of a file inside the folder `root`; `undefined` if it cannot be read. */
export function textWithin(path: string, root: string): string | undefined {
  return isOutside(path, root) ? undefined : textOf(path)
}

function textOf(path: string): string | undefined {
  if (!exists(path) || isFolder(path)) return undefined
  try {
    return readText(realpathSync(path))
  } catch {
    return undefined
  }
}

/** The text of a file that the document names: `null` if the repository does not have it, `undefined` if it is outside or cannot be read.
 * `/` stands for `top`, the folder of `conf.py`; without one, such a path is not followed.
 */
export function includeReader(document: string, top?: string): (path: string) => string | null | undefined {
  return (path) => {
    if (path.startsWith('/') && top === undefined) return undefined
    const file = path.startsWith('/') ? join(top!, path) : join(dirname(document), path)
    const root = repositoryRoot(dirname(document))
    if (root === undefined || isOutside(file, root)) return undefined
    return exists(file) ? textOf(file) : null
  }
}
