/** The official teams for a document: from the command line, from the configuration, or `reference/projects.yaml` of its repository. */
import { dirname, join, resolve } from 'node:path'
import type { Era, RosterConfig } from '../lint/index.ts'
import { goalsBeginOn, type Roster, RosterError, type RosterOptions, readRoster, releaseOf } from '../roster/index.ts'
import { repositoryRoot } from './boundary.ts'
import { cannot } from './errors.ts'
import { exists, readText, readTextIfThere, shownPath } from './files.ts'
import { fileAt, gitLine, inWorkTree, revision } from './git.ts'
import { placeAt } from './places.ts'

/** The path of the official list in a governance repository. */
export const usualRoster = 'reference/projects.yaml'

/** Where a governance repository keeps its former teams, beside the list. */
const legacyName = 'legacy.yaml'

/** The rosters of documents; each list is read once. */
export interface Rosters {
  /** The teams for a document: from `config`, from the release of its era, or from today. */
  of(document: string, config: RosterConfig, era: Era): Promise<Roster | undefined>
}

/** `named` is used instead of all other lists. */
export function openRosters(cwd: string, named?: string): Rosters {
  const known = new Map<string, Promise<Roster>>()
  const byFolder = new Map<string, string | undefined>()
  const ownList = (folder: string) => {
    if (!byFolder.has(folder)) byFolder.set(folder, besideGoals(folder))
    return byFolder.get(folder)
  }
  return {
    async of(document, config, { release }) {
      const file = named === undefined ? (config.file ?? ownList(dirname(document))) : resolve(cwd, named)
      if (file === undefined) return undefined
      const { file: _, asOf, ...options } = config
      // A list from the command line is used as it is.
      const wanted: AsOf =
        named !== undefined ? { isAlone: true } : asOf !== undefined ? { asOf } : release ? { release: release.name } : {}
      if (named === undefined && config.file !== undefined && asOf === undefined && !exists(file))
        throw cannot(`read ${shownPath(file, cwd)}`, 'there is no such file', 'Check `roster` in the configuration')
      const key = JSON.stringify([file, wanted, options])
      const found = known.get(key) ?? read(file, wanted, options, shownPath(file, cwd))
      known.set(key, found)
      return found
    },
  }
}

/** `asOf` is an explicit setting, so its version must exist; the teams of a `release` are used if git has them. */
interface AsOf {
  asOf?: string
  release?: string
  /** Whether to ignore the files beside the list. */
  isAlone?: boolean
}

/** The list in the repository of a folder: searches upwards to the root of the repository or of the file system. */
function besideGoals(start: string): string | undefined {
  const root = repositoryRoot(start)
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, usualRoster)
    if (exists(file)) return file
    if (folder === root || dirname(folder) === folder) return undefined
  }
}

async function read(
  file: string,
  { asOf, release, isAlone = false }: AsOf,
  options: RosterOptions,
  shown: string,
): Promise<Roster> {
  const then = release === undefined ? undefined : textOfRelease(file, release)
  const text = asOf === undefined ? (then ?? readText(file, shown)) : textAsOf(file, asOf, shown)
  const legacy = isAlone ? undefined : readTextIfThere(join(dirname(file), legacyName))
  const known = releaseOf(release ?? asOf ?? '')
  try {
    return await readRoster(text, {
      ...options,
      path: shown,
      ...(legacy === undefined ? {} : { legacy }),
      ...(known ? { asOfDay: goalsBeginOn(known) } : {}),
      // It is unknown which of today's teams existed at that time.
      isOfAnotherTime: release !== undefined && then === undefined,
    })
  } catch (error) {
    if (!(error instanceof RosterError)) throw error
    // Loaded only here, because it draws the line.
    const { valueErrorAt } = await import('./value-error.ts')
    const place = placeAt(text, error.offset, error.offset)
    throw valueErrorAt(shown, text, [{ ...place, message: error.reason }], { cause: error })
  }
}

/** The list on the day of a release, if git has it. */
function textOfRelease(file: string, release: string): string | undefined {
  const commit = rosterCommit(file, release)
  return commit && fileAt(file, commit)
}

/** The list on a day, at a release or at a git revision. */
function textAsOf(file: string, asOf: string, shown: string): string {
  const commit = rosterCommit(file, asOf)
  const text = commit && fileAt(file, commit)
  if (text) return text
  if (!inWorkTree(file))
    throw cannot(`read ${shown} as of ${asOf}`, 'it is not in a git repository', 'Remove `asOf`, or name the list of that time')
  const isDay = day.test(asOf) || releaseOf(asOf) !== undefined
  throw cannot(
    `read ${shown} as of ${asOf}`,
    isDay ? 'git has no version from before that date' : 'that is not a date, a release or a revision that has the file',
    'Fetch the history, or change `asOf`',
  )
}

const day = /^\d{4}-\d{2}-\d{2}$/

/** The commit with the list on a day, at a release or at a revision; `undefined` if git does not have it. */
function rosterCommit(file: string, asOf: string): string | undefined {
  const place = inWorkTree(file)
  if (!place) return undefined
  const named = day.test(asOf) ? undefined : revision(place.root, asOf)
  if (named) return named
  const on = day.test(asOf) ? asOf : releaseOf(asOf)?.day
  return (
    on && (gitLine(place.root, 'rev-list', '--max-count=1', `--before=${on}T23:59:59Z`, 'HEAD', '--', place.name) || undefined)
  )
}
