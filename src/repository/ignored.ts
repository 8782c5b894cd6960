/** Ignored files: `.gitignore` applies to files in folders, the patterns of the configuration apply to all files. */
import { lstatSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { repositoryRoot } from './boundary.ts'

/** Whether a file with this absolute path is ignored. */
export type Ignored = (path: string, isFolder?: boolean) => boolean

/** Patterns as in a `.gitignore` file in `folder`. */
export function ignoredBy(patterns: readonly string[], folder: string): Ignored {
  if (patterns.length === 0) return () => false
  const matcher = newMatcher(patterns)
  return (path, isFolder = false) => {
    const name = slashed(relative(folder, path))
    return name !== '' && !name.startsWith('..') && matcher.ignores(isFolder ? `${name}/` : name)
  }
}

/** The `.gitignore` files between a path and the root of its repository. Files are read once per folder. */
export function gitIgnored(start: string): Ignored {
  const root = repositoryRoot(start)
  if (!root) return () => false
  const matchers = new Map<string, Ignore | undefined>()
  const matcherOf = (folder: string) => {
    if (!matchers.has(folder)) {
      const file = join(folder, '.gitignore')
      matchers.set(folder, isFile(file) ? newMatcher([readFileSync(file, 'utf8')]) : undefined)
    }
    return matchers.get(folder)
  }
  const folders = new Map<string, boolean>()
  const ignores = (path: string, isFolder: boolean): boolean => {
    if (path === root || !path.startsWith(root + sep)) return false
    // A pattern cannot re-include a file whose folder is ignored.
    const parent = dirname(path)
    if (!folders.has(parent)) folders.set(parent, ignores(parent, true))
    if (folders.get(parent)) return true
    // The innermost file with a matching pattern decides.
    for (let folder = parent; ; folder = dirname(folder)) {
      const name = slashed(relative(folder, path)) + (isFolder ? '/' : '')
      const said = matcherOf(folder)?.test(name)
      if (said?.ignored) return true
      if (said?.unignored || folder === root) return false
    }
  }
  return (path, isFolder = false) => ignores(path, isFolder)
}

/** git follows no link that has this name, and waits for no pipe. */
function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function newMatcher(patterns: readonly string[]): Ignore {
  return ignore({ allowRelativePaths: true }).add(patterns.join('\n'))
}

function slashed(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/')
}
