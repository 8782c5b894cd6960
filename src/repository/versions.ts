/** The published versions of files in git, also under earlier names. One process reads the history of a folder of goals, and one the texts.
 */
import { dirname, join } from 'node:path'
import { changedSince } from './earlier-versions.ts'
import { exists } from './files.ts'
import { gitLine, gitWithInput, inWorkTree } from './git.ts'
import { goalsFolder } from './model-paths.ts'

/** A version of a file in a commit of the main line. */
export interface Version {
  commit: string
  /** The day of the commit, as YYYY-MM-DD. */
  day: string
  /** The author; for a merge, the author of the merged commit. */
  author: string
  /** The path at that time, as git writes it. */
  name: string
  /** The name of the blob. */
  blob: string
}

export interface FileHistory {
  /** Newest first. */
  versions: readonly Version[]
  /** Whether the clone is shallow, so that the oldest version may not be the first. */
  isCut: boolean
  /** The text of a version, with its line endings. */
  textOf(version: Version): string
}

/** The histories of files; each folder of goals and each text is read once. */
export interface Histories {
  /** `undefined` for a file outside of a repository. */
  of(path: string): FileHistory | undefined
}

interface Commit extends Pick<Version, 'commit' | 'day' | 'author'> {
  changes: { status: string; before: string; after: string; blob: string }[]
}

interface Folder {
  commits: readonly Commit[]
  isCut: boolean
  /** The names in the last commit of files that were moved since then. */
  moved: ReadonlyMap<string, string>
}

export function openHistories(): Histories {
  const folders = new Map<string, Folder>()
  const texts = new Map<string, string>()
  return {
    of(path) {
      const place = inWorkTree(path)
      if (!place) return undefined
      const { root, name } = place
      const below = folderOf(path)
      const key = `${root}\0${below}`
      const folder = folders.get(key) ?? readFolder(root, below)
      folders.set(key, folder)
      const versions = versionsOf(folder, name)
      return {
        versions,
        isCut: folder.isCut,
        textOf({ blob }) {
          if (!texts.has(blob)) for (const [one, text] of readBlobs(root, missing(versions, texts))) texts.set(one, text)
          return texts.get(blob) ?? ''
        },
      }
    },
  }
}

/** The names of files in one folder at each commit that changed any of them, newest first. */
export function* namesInHistory(paths: readonly string[]): Generator<{ root: string; commit: string; names: string[] }> {
  const places = paths.flatMap((path) => inWorkTree(path) ?? [])
  const [first] = places
  if (!first || places.length < paths.length) return
  for (const { commit, names } of followed(
    readFolder(first.root, folderOf(paths[0]!)),
    places.map(({ name }) => name),
  ))
    yield { root: first.root, commit: commit.commit, names }
}

/** The folder of the goals that contains a file, as git writes it. */
function folderOf(path: string): string {
  const goals = goalsFolder(dirname(path))
  return goals === undefined ? '.' : inWorkTree(join(goals, 'index.rst'))!.name.replace(/\/?index\.rst$/, '') || '.'
}

function readFolder(root: string, below: string): Folder {
  // A change counts from the day when it reached the main line, so that parallel branches do not undo each other.
  const options = ['--first-parent', '-m', '--raw', '--no-abbrev', '--find-renames=40%', '-l0', '--no-ext-diff']
  const log = gitLine(
    root,
    '-c',
    'core.quotePath=false',
    'log',
    ...options,
    '--format=%x00%H%x1f%P%x1f%cs%x1f%aN',
    'HEAD',
    '--',
    below,
  )
  const merges = new Map<string, string>()
  const commits = (log ?? '')
    .split('\0')
    .slice(1)
    .map((record): Commit => {
      const [head, ...lines] = record.split('\n') as [string, ...string[]]
      const [commit, parents, day, author] = head.split('\x1f') as [string, string, string, string]
      const merged = parents.split(' ').slice(1).at(-1)
      if (merged !== undefined) merges.set(commit, merged)
      return { commit, day, author, changes: lines.filter((line) => line.startsWith(':')).map(changeOf) }
    })
  const authors = authorsOf(root, [...merges.values()])
  return {
    commits: commits.map((one) => ({ ...one, author: authors.get(merges.get(one.commit) ?? '') ?? one.author })),
    isCut: exists(join(root, '.git', 'shallow')),
    moved: changedSince(root, 'HEAD'),
  }
}

/** `:100644 100644 BEFORE AFTER R085`, then the names, separated by tabs. */
function changeOf(line: string): Commit['changes'][number] {
  const [facts, before, after = before] = line.split('\t') as [string, string, string?]
  const [, , , blob, status] = facts.split(' ') as [string, string, string, string, string]
  return { status: status[0]!, before, after, blob }
}

function authorsOf(root: string, commits: readonly string[]): Map<string, string> {
  if (commits.length === 0) return new Map()
  const lines = gitWithInput(root, `${commits.join('\n')}\n`, 'log', '--no-walk=unsorted', '--stdin', '--format=%H%x1f%aN')
  return new Map((lines?.toString('utf8') ?? '').split('\n').map((line) => line.split('\x1f') as [string, string]))
}

/** A commit that changed at least one of some files. */
interface Step {
  commit: Commit
  names: string[]
  /** The change of each file; `undefined` if it is unchanged. */
  changes: (Commit['changes'][number] | undefined)[]
}

/** The commits that changed some files of a folder, newest first, under the names that the files had. */
function* followed({ commits, moved }: Folder, paths: readonly string[]): Generator<Step> {
  const names = paths.map((path) => moved.get(path) ?? path)
  for (const commit of commits) {
    const changes = names.map((name) => commit.changes.find(({ after }) => after === name))
    if (changes.every((change) => change === undefined)) continue
    yield { commit, names: [...names], changes }
    changes.forEach((change, index) => {
      if (change?.status === 'R') names[index] = change.before
    })
  }
}

function versionsOf(folder: Folder, path: string): Version[] {
  const versions: Version[] = []
  for (const { commit, names, changes } of followed(folder, [path])) {
    const { status, blob } = changes[0]!
    // If a file was deleted and added again, the earlier versions belong to another file.
    if (status === 'D') break
    versions.push({ commit: commit.commit, day: commit.day, author: commit.author, name: names[0]!, blob })
    if (status === 'A') break
  }
  return versions
}

function missing(versions: readonly Version[], texts: ReadonlyMap<string, string>): string[] {
  return [...new Set(versions.map(({ blob }) => blob))].filter((blob) => !texts.has(blob))
}

/** The texts of blobs, from one process. */
function readBlobs(root: string, blobs: readonly string[]): Map<string, string> {
  const bytes = gitWithInput(root, `${blobs.join('\n')}\n`, 'cat-file', '--batch')
  const texts = new Map<string, string>()
  for (let at = 0; bytes !== undefined && at < bytes.length; ) {
    const end = bytes.indexOf('\n', at)
    const [blob, kind, size] = bytes.toString('latin1', at, end).split(' ') as [string, string, string?]
    at = end + 1
    if (kind === 'missing') continue
    texts.set(blob, bytes.toString('utf8', at, at + Number(size)))
    at += Number(size) + 1
  }
  return texts
}
