/** The boundary of a repository: files outside of it are neither read nor written, not even through links. */
import { existsSync, lstatSync, readlinkSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** The root of the repository of a path: the nearest folder above it that contains `.git`. Starts no process. */
export function repositoryRoot(path: string): string | undefined {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(`${folder}${sep}.git`)) return folder
    if (dirname(folder) === folder) return undefined
  }
}

/** The real path of a path, with links resolved; also if it does not exist yet. */
export function realPathOf(path: string): string {
  const folder = existingFolder(path)
  const unresolved = join(realpathSync(folder), relative(folder, resolve(path)))
  if (!lstatSync(unresolved, { throwIfNoEntry: false })?.isSymbolicLink()) return unresolved
  try {
    return realpathSync(unresolved)
  } catch {
    // The target does not exist, or the links are cyclic.
    return resolve(dirname(unresolved), readlinkSync(unresolved))
  }
}

/** Whether a path is outside of a folder after its links are resolved. The default folder is the root of its repository; `false`
 * for a path in no repository.
 */
export function isOutside(path: string, root = repositoryRoot(dirname(resolve(path)))): boolean {
  return root !== undefined && !`${realPathOf(path)}${sep}`.startsWith(`${realpathSync(root)}${sep}`)
}

/** The nearest existing folder above a path. */
function existingFolder(path: string): string {
  let folder = dirname(resolve(path))
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
