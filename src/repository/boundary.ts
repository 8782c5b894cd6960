/** The boundary of a repository: files outside of it are neither read nor written, not even through links. Git's own folder is outside:
 * it contains passwords of servers, and programs that git runs.
 */
import { existsSync, readlinkSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, parse, resolve, sep } from 'node:path'

/** The one that the system has takes a fifth of the time. */
const realPath = realpathSync.native

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
  if (realPath(folder) === folder) return false
  const root = repositoryRoot(dirname(folder))
  return root !== undefined && isOutside(folder, root)
}

/** The real path of a path, with links resolved; also if it does not exist yet. */
export function realPathOf(path: string): string {
  try {
    return realPath(resolve(path))
  } catch {
    return withoutLinks(resolve(path))
  }
}

/** More links than any system follows; a path with more of them is cyclic and leads nowhere. */
const mostLinks = 64

/** Resolves links part by part, as the system does when it makes a file: `..` is the folder above the real one. */
function withoutLinks(path: string): string {
  let real = parse(path).root
  let left = partsOf(path)
  for (let links = 0; left.length > 0; ) {
    const [part, ...rest] = left as [string, ...string[]]
    const next = join(real, part)
    const target = links < mostLinks ? targetOf(next) : undefined
    if (target !== undefined) links++
    real = target === undefined ? next : isAbsolute(target) ? parse(target).root : real
    left = target === undefined ? rest : [...partsOf(target), ...rest]
  }
  return real
}

function partsOf(path: string): string[] {
  return path.slice(parse(path).root.length).split(sep === '/' ? '/' : /[\\/]/)
}

/** The target of a link; `undefined` if the path is none. */
function targetOf(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
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
  const [real, top] = [realPathOf(path), realPath(root)]
  if (!`${real}${sep}`.startsWith(`${top}${sep}`)) return behindLink
  return gitFolder.test(real.slice(top.length)) ? inGitFolder : undefined
}

/** Some file systems ignore case. */
const gitFolder = /[\\/]\.git(?:[\\/]|$)/i
