/** The goals that a user names by document, model, slug or folder; all goals of the repository if none is named. */
import { basename } from 'node:path'
import { type DocumentOptions, openDocument } from '../document/index.ts'
import type { Goal } from '../goal/index.ts'
import { type Era, eraOf, type RosterConfig, settingsFor } from '../lint/index.ts'
import {
  cannot,
  type EditedGoal,
  exists,
  type GoalFiles,
  goalOfFiles,
  type LoadedModel,
  loadModel,
  notRead,
  readTextIfThere,
  whyNotAGoal,
} from '../repository/index.ts'
import type { Roster } from '../roster/index.ts'
import { appendAll, canonicalName, nearest } from '../text/index.ts'
import type { Io } from './io.ts'
import { lensOf } from './lens.ts'
import { reportModelErrors } from './model-errors.ts'
import { oneOf } from './one-of.ts'
import { nothingMatched, type Pair, pairsOf, printUnreadHistory, type Workspace } from './workspace.ts'

/** A goal with everything that is known about it. */
export interface NamedGoal {
  pair: Pair
  files: GoalFiles
  goal: Goal
  loaded?: LoadedModel
  lens: DocumentOptions
  era: Era
  roster?: Roster
}

/** The goals, with the official teams. `own` are the settings of the command line for the list of teams: its day, and renamed teams.
 * `isBroken` says whether a model could not be read; that error is already printed.
 */
export async function loadNamedGoals(
  names: readonly string[],
  verb: string,
  workspace: Workspace,
  io: Io,
  own: Pick<RosterConfig, 'asOf' | 'renamed'> = {},
): Promise<{ goals: NamedGoal[]; isBroken: boolean }> {
  const pairs = await pairsNamed(names, workspace, io)
  const goals: NamedGoal[] = []
  let isBroken = false
  const load = async (pair: Pair): Promise<number> => {
    const configuration = await workspace.configurations.of(pair.document)
    const loaded = pair.model === undefined ? undefined : await loadModel(pair.model, io.cwd, configuration)
    if (loaded && (await reportModelErrors(loaded, io))) return 2
    const document = readTextIfThere(pair.document, pair.shown)
    const excess = document === undefined ? undefined : notRead(pair.shown, document)
    if (excess) {
      io.err(`${excess.message}\n`)
      return 2
    }
    const { lens: profiles, names: known } = await lensOf(pair, loaded?.goal ?? { title: '' }, workspace, io)
    const lens = { ...profiles, known }
    const files: GoalFiles = {
      shown: document === undefined ? pair.shownModel! : pair.shown,
      ...(pair.shownModel === undefined ? {} : { shownModel: pair.shownModel }),
      ...(document === undefined ? {} : { document: openDocument(document, lens) }),
      ...(loaded?.goal ? { model: loaded.goal } : {}),
    }
    const goal = goalOfFiles(files)
    // Pages in a folder that are not goals are skipped.
    const isNamed = pair.met.model || names.some((name) => name === pair.shown || slugOf(pair.shown) === name)
    if (!isNamed && document !== undefined && whyNotAGoal(pair.document, document, goal)) return 0
    const path = configuration.nameOf(pair.document)
    const era = eraOf(path, new Date().toISOString().slice(0, 10))
    const { roster: list } = settingsFor(configuration.config, path)
    const renamed = { ...list.renamed, ...own.renamed }
    const roster = await workspace.rosters.of(pair.document, { ...list, ...own, renamed }, era)
    goals.push({ pair, files, goal, lens, era, ...(loaded ? { loaded } : {}), ...(roster ? { roster } : {}) })
    return 0
  }
  const one = oneOf(pairs.length, io)
  for (const pair of pairs) if ((await one(() => load(pair))) > 0) isBroken = true
  if (goals.length === 0 && !isBroken) throw nothingMatched(verb)
  printUnreadHistory(io)
  return { goals, isBroken }
}

/** Paths are used as they are; any other name is looked for below the folder of the goals. */
async function pairsNamed(names: readonly string[], workspace: Workspace, io: Io): Promise<Pair[]> {
  const isPath = (name: string) => exists(`${io.cwd}/${name}`) || exists(name) || /[*?[{]/.test(name)
  const paths = names.filter(isPath)
  const slugs = names.filter((name) => !isPath(name))
  const pairs = paths.length > 0 || names.length === 0 ? (await pairsOf(paths, workspace, io)).pairs : []
  if (slugs.length > 0) {
    const all = (await pairsOf([], workspace, io)).pairs
    appendAll(
      pairs,
      slugs.map((slug) => pairNamed(slug, all)),
    )
  }
  return [...new Map(pairs.map((pair) => [pair.document, pair])).values()]
}

function pairNamed(slug: string, all: readonly Pair[]): Pair {
  const exact = all.filter(({ shown }) => slugOf(shown) === slug)
  const found = exact.length > 0 ? exact : all.filter(({ shown }) => canonicalName(slugOf(shown)) === canonicalName(slug))
  if (found.length === 1) return found[0]!
  if (found.length > 1) {
    const paths = found.map(({ shown }) => `\`${shown}\``).join(' and ')
    throw cannot(`find the goal \`${slug}\``, `there are several, ${paths}`, 'Name one of these paths')
  }
  const meant = nearest(
    slug,
    all.map(({ shown }) => slugOf(shown)),
  )
  throw cannot(
    `find the goal \`${slug}\``,
    'there is no such file or folder, and no goal of that name',
    meant ? `The nearest name is \`${meant}\`` : (namesOf(all) ?? 'Check the name'),
  )
}

/** The names of the goals, if they are few. */
function namesOf(all: readonly Pair[]): string | undefined {
  const names = all.map(({ shown }) => `\`${slugOf(shown)}\``)
  return names.length === 0 || names.length > 8 ? undefined : `The goals here are ${names.join(', ')}`
}

/** The name of a goal's files. */
export function slugOf(shown: string): string {
  return basename(shown).replace(/\.(?:rst|yaml|yml|ts)$/, '')
}

/** Names that were given separately or with commas between them. */
export function splitNames(given: unknown): string[] {
  const values = (given ?? []) as readonly string[]
  return values.flatMap((value) => value.split(',')).flatMap((name) => (name.trim() === '' ? [] : [name.trim()]))
}

export function unknownTeam(name: string, known: Iterable<string>): Error {
  const meant = nearest(name, known)
  return cannot(`find the team \`${name}\``, 'no goal has it', meant ? `The nearest name is \`${meant}\`` : 'Check the name')
}

/** The files of a goal, for commands that edit them. */
export function editedGoal({ pair, files: { document }, loaded }: NamedGoal): EditedGoal {
  return {
    path: pair.document,
    shown: pair.shown,
    ...(document ? { document } : {}),
    ...(loaded ? { model: loaded } : {}),
  }
}
