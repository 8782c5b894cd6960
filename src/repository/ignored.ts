/** Ignored files: `.gitignore` applies to files in folders, the patterns of the configuration apply to all files. */
import { lstatSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { type GitPatterns, gitPatterns, tooLong } from '../text/index.ts'
import { repositoryRoot } from './boundary.ts'
import { cannot } from './errors.ts'

/** Whether a file with this absolute path is ignored. */
export type Ignored = (path: string, isFolder?: boolean) => boolean

/** Patterns as in a `.gitignore` file in `folder`. */
export function ignoredBy(patterns: readonly string[], folder: string): Ignored {
  if (patterns.length === 0) return () => false
  const said = patternsOf(patterns.join('\n'), '`ignores` of the configuration')
  const folders = new Map<string, boolean>()
  const ignores = (name: string, isFolder: boolean): boolean => {
    const end = name.lastIndexOf('/')
    const parent = end < 0 ? '' : name.slice(0, end)
    if (parent !== '' && !folders.has(parent)) folders.set(parent, ignores(parent, true))
    return folders.get(parent) || said(name, isFolder) === 'ignored'
  }
  return (path, isFolder = false) => {
    const name = slashed(relative(folder, path))
    return name !== '' && !name.startsWith('..') && ignores(name, isFolder)
  }
}

/** The `.gitignore` files between a path and the root of its repository. Files are read once per folder. */
export function gitIgnored(start: string): Ignored {
  const root = repositoryRoot(start)
  if (!root) return () => false
  const matchers = new Map<string, GitPatterns | undefined>()
  const matcherOf = (folder: string) => {
    if (!matchers.has(folder)) {
      const file = join(folder, '.gitignore')
      matchers.set(folder, isFile(file) ? patternsOf(readFileSync(file, 'utf8'), `\`${relative(root, file)}\``) : undefined)
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
      // Few folders have patterns; the name of a path in each of many folders would take the square of their number.
      const said = matcherOf(folder)?.(slashed(path.slice(folder.length + 1)), isFolder)
      if (said === 'ignored') return true
      if (said === 'unignored' || folder === root) return false
    }
  }
  return (path, isFolder = false) => ignores(path, isFolder)
}

/** git follows no link that has this name, and waits for no pipe. */
function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

/** Characters and stars of the patterns: ten times as many as the longest lists that people share. Each path is compared with all
 * patterns.
 */
const most = { characters: 100_000, stars: 5_000 }

/** The patterns, unless there are too many; `shown` names their place. */
function patternsOf(text: string, shown: string): GitPatterns {
  const stars = text.split('*').length - 1
  const many = stars > most.stars ? `${stars} stars are too many; at most ${most.stars} are read` : undefined
  const excess = tooLong(text, most.characters) ?? many
  if (excess) throw cannot(`read ${shown}`, excess, 'Ignore whole folders instead')
  return gitPatterns(text)
}

function slashed(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/')
}
