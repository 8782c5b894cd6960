/** `goaldoc diff`: what changed in meaning between two revisions. */
import {
  type ChangeFormat,
  type ChangeReport,
  changeFormats,
  changesOf,
  formatChanges,
  type GoalChanges,
} from '../report/index.ts'
import {
  type ChangedGoals,
  cannot,
  changedGoals,
  exists,
  goalsFolder,
  revision,
  revisionOrThrow,
  shownPath,
} from '../repository/index.ts'
import { canonicalName } from '../text/index.ts'
import type { Command } from './command.ts'
import { slugOf } from './goals.ts'
import type { Io } from './io.ts'
import { lensOf } from './lens.ts'
import { openWorkspace, type Workspace } from './workspace.ts'

export const diff: Command = {
  name: 'diff',
  describe:
    'Lists what changed in goals between two git revisions: goals that were added or moved, teams and their answers, criteria, text. Changes that keep the meaning, such as wrapped lines, are not listed. Renamed goals are followed.',
  positionals: [
    { name: 'A', describe: 'The revision before', isRequired: true },
    { name: 'B|GOAL', describe: 'The revision after (default: the files as they are), and documents or slugs', many: true },
  ],
  options: {
    format: {
      type: 'string',
      alias: 'f',
      value: 'FORMAT',
      choices: changeFormats,
      describe: 'markdown (default), mail or json',
    },
  },
  examples: [
    ['goaldoc diff HEAD', 'What has not been committed yet'],
    ['goaldoc diff v1.0 v2.0 dome-clocks', 'One goal, between two tags'],
  ],
  async run(args, io) {
    const [from, second, ...rest] = args._ as [string, ...string[]]
    const isRevision = second !== undefined && !exists(`${io.cwd}/${second}`) && revision(io.cwd, second) !== undefined
    const names = second === undefined || isRevision ? rest : [second, ...rest]
    const { goals, unread, faulty } = await changesSince(
      { from, to: isRevision ? second : undefined, names },
      openWorkspace(args, io),
      io,
    )
    for (const { message } of [...unread, ...faulty]) io.err(`${message}\n`)
    const report: ChangeReport = { version: 1, from, to: isRevision ? second : 'the work tree', goals }
    const format = (args.format as ChangeFormat | undefined) ?? 'markdown'
    if (goals.length > 0 || format === 'json') io.out(formatChanges(report, format))
    else if (unread.length === 0) io.err(`Nothing changed in meaning since ${from}\n`)
    // A model with errors in an earlier revision cannot be repaired.
    if (unread.length > 0 || faulty.some(({ isAfter }) => isAfter)) return 2
    return goals.length > 0 ? 1 : 0
  },
}

/** The goals that changed since a revision, and the documents and models that could not be read, limited to the named ones. */
export async function changesSince(
  { from, to, names }: { from: string; to?: string | undefined; names: readonly string[] },
  workspace: Workspace,
  io: Io,
): Promise<{ goals: GoalChanges[] } & Pick<ChangedGoals, 'unread' | 'faulty'>> {
  const before = revisionOrThrow(io.cwd, from)
  const after = to === undefined ? undefined : revisionOrThrow(io.cwd, to)
  const folder = goalsFolder(io.cwd)
  if (folder === undefined)
    throw cannot('compare goals', 'there is no folder `goals` here', 'Run it in the repository of the goals')
  const { pairs, unread, faulty } = await changedGoals(folder, { from: before, to: after }, io.cwd, async (document, profile) => {
    const pair = { document, shown: shownPath(document, io.cwd), met: { document: true, model: false } }
    const { lens, names: known } = await lensOf(pair, { title: '', ...(profile === undefined ? {} : { profile }) }, workspace, io)
    return { ...lens, known }
  })
  const isNamed = (shown: string | undefined, name: string) =>
    shown !== undefined &&
    (shown === name ||
      shown.startsWith(`${name.replace(/\/$/, '')}/`) ||
      canonicalName(slugOf(shown)) === canonicalName(slugOf(name)))
  const isWanted = (...shown: (string | undefined)[]) =>
    names.length === 0 || names.some((name) => shown.some((one) => isNamed(one, name)))
  return {
    goals: pairs
      .filter(({ before, after }) => isWanted(before?.shown, after?.shown))
      .flatMap((pair) => changesOf(pair.before, pair.after) ?? []),
    unread: unread.filter(({ shown }) => isWanted(shown)),
    faulty: faulty.filter(({ shown }) => isWanted(shown)),
  }
}
