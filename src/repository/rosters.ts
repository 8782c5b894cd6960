/** The official teams for a document: named on the command line, by the configuration, or `reference/projects.yaml` of its repository. */

import { dirname, join, resolve } from 'node:path'
import type { RosterConfig } from '../lint/index.ts'
import type { Roster } from '../roster/index.ts'
import { readRoster } from '../roster/index.ts'
import { cannot } from './errors.ts'
import { exists, readText, shownPath } from './files.ts'
import { fileAt, gitLine, inWorkTree, repositoryRoot, revision } from './git.ts'
import { releaseDays } from './releases.ts'

/** Where the official list is kept in a governance repository. */
export const usualRoster = 'reference/projects.yaml'

/** Rosters of documents; each list is read once. */
export interface Rosters {
  of(document: string, config: RosterConfig): Promise<Roster | undefined>
}

/** `named` is a list to use instead of all others. */
export function openRosters(cwd: string, named?: string): Rosters {
  const known = new Map<string, Promise<Roster>>()
  return {
    async of(document, config) {
      const file = named === undefined ? (config.file ?? besideGoals(document)) : resolve(cwd, named)
      if (file === undefined) return undefined
      const { file: _, ...options } = config
      const key = JSON.stringify([file, options])
      const found =
        known.get(key) ?? read(file, named === undefined ? options : { ...options, asOf: undefined }, shownPath(file, cwd))
      known.set(key, found)
      return found
    },
  }
}

/** The list of the repository that a document is in: upwards to its root, or to the root of the file system. */
function besideGoals(document: string): string | undefined {
  const root = repositoryRoot(dirname(document))
  for (let folder = dirname(document); ; folder = dirname(folder)) {
    const file = join(folder, usualRoster)
    if (exists(file)) return file
    if (folder === root || dirname(folder) === folder) return undefined
  }
}

async function read(file: string, { asOf, ...options }: RosterConfig, shown: string): Promise<Roster> {
  const text = asOf === undefined ? readText(file, shown) : textAsOf(file, asOf, shown)
  try {
    return await readRoster(text, { ...options, path: shown })
  } catch (error) {
    throw cannot(
      `read the teams in ${shown}`,
      (error instanceof Error ? error.message : String(error)).split('\n')[0]!.replace(/\.$/, ''),
      undefined,
      { cause: error },
    )
  }
}

/** The list as it was on a day, at a release or at a git revision. */
function textAsOf(file: string, asOf: string, shown: string): string {
  const commit = rosterCommit(file, asOf)
  const text = commit && fileAt(file, commit)
  if (text) return text
  if (!inWorkTree(file))
    throw cannot(`read ${shown} as of ${asOf}`, 'it is in no git repository', 'Take `asOf` away, or name a list of that time')
  const isDay = day.test(asOf) || asOf.toLowerCase() in releaseDays
  throw cannot(
    `read ${shown} as of ${asOf}`,
    isDay ? 'git has no version from before that day' : 'that is no day, release or revision that has it',
    'Fetch the history, or change `asOf`',
  )
}

const day = /^\d{4}-\d{2}-\d{2}$/

/** The commit whose list counts on a day, at a release or at a revision; nothing where git does not know it. */
export function rosterCommit(file: string, asOf: string): string | undefined {
  const place = inWorkTree(file)
  if (!place) return undefined
  const named = day.test(asOf) ? undefined : revision(place.root, asOf)
  if (named) return named
  const on = day.test(asOf) ? asOf : releaseDays[asOf.toLowerCase()]
  return (
    on && (gitLine(place.root, 'rev-list', '--max-count=1', `--before=${on}T23:59:59Z`, 'HEAD', '--', place.name) || undefined)
  )
}
