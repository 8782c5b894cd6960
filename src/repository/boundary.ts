/** The boundary of a repository: what is read and written for it stays inside of it, links included. */
import { existsSync, lstatSync, readlinkSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** The root of the repository of a path: the nearest folder upwards with a `.git`. Starts no process. */
export function repositoryRoot(path: string): string | undefined {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(`${folder}${sep}.git`)) return folder
    if (dirname(folder) === folder) return undefined
  }
}

/** Where a path leads with its links followed, also where there is nothing yet. */
export function destinationOf(path: string): string {
  const folder = existingFolder(path)
  const behind = join(realpathSync(folder), relative(folder, resolve(path)))
  if (!lstatSync(behind, { throwIfNoEntry: false })?.isSymbolicLink()) return behind
  try {
    return realpathSync(behind)
  } catch {
    // It leads to nothing, or in a circle.
    return resolve(dirname(behind), readlinkSync(behind))
  }
}

/** Whether a path leads out of a folder; by default, out of the repository that it seems to be in. A path outside of all repositories
 *  leads nowhere else. */
export function leadsOut(path: string, root = repositoryRoot(dirname(resolve(path)))): boolean {
  return root !== undefined && !`${destinationOf(path)}${sep}`.startsWith(`${realpathSync(root)}${sep}`)
}

/** The nearest folder upwards that exists. */
function existingFolder(path: string): string {
  let folder = dirname(resolve(path))
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
