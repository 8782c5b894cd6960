/** Finds the files that a user names: files, folders, globs. */
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { byText } from '../text/index.ts'
import { cannot, reasonOf } from './errors.ts'
import { exists, isFolder, shownPath } from './files.ts'
import { gitIgnored, type Ignored } from './ignored.ts'

export interface FoundFile {
  /** Absolute. */
  path: string
  /** The name in messages. */
  shown: string
  /** Whether the user named the file itself, not a folder or glob that contains it. */
  isNamed: boolean
}

export interface DiscoveryOptions {
  cwd: string
  /** Endings of files to find in folders, e.g. `.rst`. */
  endings: readonly string[]
  /** More endings of files to find with globs, e.g. `.py`. */
  globEndings?: readonly string[]
  /** Whether a file in a folder is wanted. */
  isWanted?: (path: string) => boolean
}

/** Folders that are never searched. */
const neverWalked = new Set(['node_modules', '__pycache__'])

/** The files that match the patterns, sorted by path, without duplicates. Throws a `CannotError` for a path that does not exist. */
export async function discover(patterns: readonly string[], options: DiscoveryOptions): Promise<FoundFile[]> {
  const found = new Map<string, FoundFile>()
  const add = (path: string, isNamed: boolean) => {
    if (!found.get(path)?.isNamed) found.set(path, { path, shown: shownPath(path, options.cwd), isNamed })
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
  return [...found.values()].sort((a, b) => byText(a.path, b.path))
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

/** The files below a folder, without hidden files, files that git ignores, and links to folders (which can be cyclic). */
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
