/** From what a person names (files, folders, globs) to files. */
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cannot, reasonOf } from './errors.ts'
import { exists, isFolder, shownPath } from './files.ts'
import { gitIgnored, type Ignored } from './ignored.ts'

export interface Found {
  /** Absolute. */
  path: string
  /** As messages call it. */
  shown: string
  /** Whether it was named itself, not met in a folder or by a glob. */
  isNamed: boolean
}

export interface Discovery {
  /** In the order of their paths, each once. */
  files: Found[]
  /** Files that were named and are left out by the configuration. */
  ignored: Found[]
}

export interface DiscoveryOptions {
  cwd: string
  /** Endings to take from folders, e.g. `.rst`. */
  endings: readonly string[]
  /** Endings to take by globs besides those, e.g. `.py`. */
  globEndings?: readonly string[]
  /** What the configuration leaves out. */
  isIgnored?: (path: string) => boolean
  /** Whether a file met in a folder is wanted. */
  isWanted?: (path: string) => boolean
}

/** Never worth a walk. */
const neverWalked = new Set(['node_modules', '__pycache__'])

/** The files that the patterns name. Throws a `CannotError` for a path that is not there. */
export async function discover(patterns: readonly string[], options: DiscoveryOptions): Promise<Discovery> {
  const found = new Map<string, Found>()
  const ignored: Found[] = []
  const add = (path: string, isNamed: boolean) => {
    const file = { path, shown: shownPath(path, options.cwd), isNamed }
    if (options.isIgnored?.(path)) {
      if (isNamed) ignored.push(file)
    } else if (!found.get(path)?.isNamed) found.set(path, file)
  }
  for (const pattern of patterns) {
    const path = resolve(options.cwd, pattern)
    if (isFolder(path)) {
      for (const file of walk(path, options.endings, gitIgnored(path))) if (options.isWanted?.(file) ?? true) add(file, false)
    } else if (exists(path)) add(path, true)
    else if (/[*?[{]/.test(pattern)) {
      for (const file of await globbed(pattern, options)) add(file, false)
    } else throw cannot(`read ${pattern}`, 'there is no such file or folder', 'Check the path')
  }
  const files = [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  return { files, ignored }
}

async function globbed(pattern: string, options: DiscoveryOptions): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const paths = await glob([pattern], {
    cwd: options.cwd,
    absolute: true,
    ignore: ['**/node_modules/**', '**/.git/**'],
    expandDirectories: false,
  })
  const ignored = gitIgnored(options.cwd)
  const endings = [...options.endings, ...(options.globEndings ?? [])]
  return paths.map((path) => resolve(path)).filter((path) => endings.some((ending) => path.endsWith(ending)) && !ignored(path))
}

/** The files below a folder, without hidden ones, what git ignores, and links to folders (they can go in circles). */
function walk(folder: string, endings: readonly string[], ignored: Ignored, into: string[] = []): string[] {
  let entries: import('node:fs').Dirent[]
  try {
    entries = readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    throw cannot(`read ${folder}`, reasonOf(error), undefined, { cause: error })
  }
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!neverWalked.has(entry.name) && !ignored(path, true)) walk(path, endings, ignored, into)
    } else if (endings.some((ending) => entry.name.endsWith(ending)) && !isFolder(path) && !ignored(path)) into.push(path)
  }
  return into
}
