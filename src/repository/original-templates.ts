/** The template that a goal was written from: the community's template on the day when the goal was added. */
import { dirname, join } from 'node:path'
import type { Profile } from '../document/index.ts'
import { changedSince } from './earlier-versions.ts'
import { exists } from './files.ts'
import { git, inWorkTree, textAt } from './git.ts'
import { goalsFolder } from './model-paths.ts'

/** The file name of the template in the folder of the goals. */
export const templateFileName = 'template.rst'

/** The templates of documents. One process reads the history of a folder of goals, and each version of a template is read once. */
export interface OriginalTemplates {
  /** The template at `path` when a document was added, as the profile `name`. `undefined` if there is no template, or if git does
   * not have that version.
   */
  of(document: string, path: string, name: string): Promise<Profile | undefined>
  /** Like `of`, for a template that the document must follow. */
  named(document: string, path: string, name: string): Promise<Profile | undefined>
  /** By profile, the documents for which `named` found no version in git. */
  readonly unknown: ReadonlyMap<string, ReadonlySet<string>>
}

/** A commit with the files that it changed: their status, and their names before and after. */
interface Commit {
  hash: string
  changes: { status: string; before: string; after: string }[]
}

interface Folder {
  root: string
  /** The path of the template, as git writes it. */
  template: string
  /** Newest first. */
  commits: Commit[]
  /** The names in the last commit of files that were moved since then. */
  moved: ReadonlyMap<string, string>
}

export function openOriginalTemplates(): OriginalTemplates {
  const folders = new Map<string, Folder | undefined>()
  const profiles = new Map<string, Promise<Profile | undefined>>()
  const unknown = new Map<string, Set<string>>()
  const templates: OriginalTemplates = {
    unknown,
    async of(document, path, name) {
      const goals = goalsFolder(dirname(document)) ?? dirname(document)
      const place = `${goals}\0${path}`
      const folder = folders.has(place) ? folders.get(place) : historyOf(goals, path)
      folders.set(place, folder)
      const version = folder && versionFor(folder, document)
      if (!folder || !version) return undefined
      const key = `${folder.root}\0${version.hash}\0${version.name}`
      const profile = profiles.get(key) ?? readProfile(folder.root, version, name)
      profiles.set(key, profile)
      return profile
    },
    async named(document, path, name) {
      const profile = await templates.of(document, path, name)
      const isJudged = exists(document) && document !== path && !isNew(document)
      if (!profile && isJudged) unknown.set(name, (unknown.get(name) ?? new Set()).add(document))
      return profile
    },
  }
  return templates
}

/** Whether git does not have a document in the last commit. */
function isNew(document: string): boolean {
  const place = inWorkTree(document)
  return place !== undefined && textAt(place.root, place.name, 'HEAD') === undefined
}

/** The history of the template and the goals; `undefined` if the clone is shallow, because then it is unknown when a file was
 * added.
 */
function historyOf(goals: string, path: string): Folder | undefined {
  const place = exists(path) ? inWorkTree(path) : undefined
  if (!place || exists(join(place.root, '.git', 'shallow'))) return undefined
  const { root, name: template } = place
  const options = ['--format=%x00%H', '--name-status', '--find-renames=40%', '--no-ext-diff']
  const log = git(root, '-c', 'core.quotePath=false', 'log', ...options, 'HEAD', '--', inWorkTree(goals)!.name || '.', template)
  if (!log) return undefined
  const commits = log
    .toString('utf8')
    .split('\0')
    .slice(1)
    .map((record): Commit => {
      const [hash, ...lines] = record.trim().split('\n') as [string, ...string[]]
      const changes = lines.filter(Boolean).map((line) => {
        const [status, before, after = before] = line.split('\t') as [string, string, string?]
        return { status: status[0]!, before, after }
      })
      return { hash, changes }
    })
  return { root, template, commits, moved: changedSince(root, 'HEAD') }
}

/** The template from which a document was written: its version in the commit that added the document, or in the next commit. For a document
 * that was never committed, the newest.
 */
function versionFor({ root, template, commits, moved }: Folder, document: string): { hash: string; name: string } | undefined {
  const place = inWorkTree(document)
  if (place?.root !== root || place.name === template) return undefined
  const born = birthOf(commits, moved.get(place.name) ?? place.name) ?? 0
  let name = template
  let next: { hash: string; name: string } | undefined
  for (const [index, { hash, changes }] of commits.entries()) {
    const change = changes.find(({ after }) => after === name)
    if (!change) continue
    const version = change.status === 'D' ? undefined : { hash, name }
    if (index >= born) return version
    if (index === born - 1) next = version
    if (change.status === 'R') name = change.before
  }
  return next
}

/** The index of the commit that added a file, under any name. */
function birthOf(commits: readonly Commit[], file: string): number | undefined {
  let name = file
  let born: number | undefined
  for (const [index, { changes }] of commits.entries()) {
    const change = changes.find(({ after }) => after === name)
    if (!change) continue
    born = index
    if (change.status === 'A') return born
    if (change.status === 'R') name = change.before
  }
  return born
}

async function readProfile(root: string, version: { hash: string; name: string }, name: string): Promise<Profile | undefined> {
  const text = textAt(root, version.name, version.hash)
  if (text === undefined) return undefined
  const { profileFromTemplate } = await import('../document/index.ts')
  try {
    return profileFromTemplate(text, { name })
  } catch (error) {
    // If the template had no sections at that time, goals cannot be compared with it.
    if (error instanceof RangeError) return undefined
    throw error
  }
}
