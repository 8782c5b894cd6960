/** The boundary of a repository: files outside of it are neither read nor written, not even through links. Git's own folder is outside:
 * it contains passwords of servers, and programs that git runs.
 */
import { existsSync, lstatSync, readlinkSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** The root of the repository of a path: the nearest folder above it that contains `.git`. A link from one repository to another one does
 * not count. Starts no process.
 */
export function repositoryRoot(path: string): string | undefined {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(`${folder}${sep}.git`) && !isLinkedFromOutside(folder)) return folder
    if (dirname(folder) === folder) return undefined
  }
}

/** Whether links lead to a folder from a repository that it does not belong to. */
function isLinkedFromOutside(folder: string): boolean {
  if (realpathSync(folder) === folder) return false
  const root = repositoryRoot(dirname(folder))
  return root !== undefined && isOutside(folder, root)
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
  return whyOutside(path, root) !== undefined
}

/** Why a file must not be read or written, and what to do. */
export interface Outside {
  why: string
  remedy: string
}

const behindLink: Outside = { why: 'it is a link that leads out of the repository', remedy: 'Replace the link by a file' }
const inGitFolder: Outside = { why: 'it leads into the folder `.git`', remedy: 'Name a file of the work tree' }

/** Like `isOutside`, with the reason. */
export function whyOutside(path: string, root = repositoryRoot(dirname(resolve(path)))): Outside | undefined {
  if (root === undefined) return undefined
  const [real, top] = [realPathOf(path), realpathSync(root)]
  if (!`${real}${sep}`.startsWith(`${top}${sep}`)) return behindLink
  return gitFolder.test(real.slice(top.length)) ? inGitFolder : undefined
}

/** Some file systems ignore case. */
const gitFolder = /[\\/]\.git(?:[\\/]|$)/i

/** The nearest existing folder above a path. */
function existingFolder(path: string): string {
  let folder = dirname(resolve(path))
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
