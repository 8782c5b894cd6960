/** `goaldoc report --since REF`: a summary for a champion to post, first what changed, then the teams without an answer. */
import { countsInWords, formatGoals, type GoalChanges, type GoalToFormat, silentTeams, unknownTeams } from '../report/index.ts'
import { goalStatus } from '../repository/index.ts'
import { canonicalName } from '../text/index.ts'
import type { Arguments } from './command.ts'
import { changesSince } from './diff.ts'
import { loadNamedGoals, splitNames, unknownTeam } from './goals.ts'
import type { Io } from './io.ts'
import { openWorkspace } from './workspace.ts'

export async function reportSince(args: Arguments, io: Io): Promise<number> {
  const workspace = openWorkspace(args, io)
  const { goals, isBroken } = await loadNamedGoals(args._, 'report', workspace, io)
  const teams = splitNames(args.team)
  const isTeam = (name: string) => teams.length === 0 || teams.some((team) => canonicalName(team) === canonicalName(name))
  const { goals: changed, unread, faulty } = await changesSince({ from: args.since as string, names: [] }, workspace, io)
  // What cannot be read now was already reported.
  for (const { message, isAfter } of [...unread, ...faulty]) if (!isAfter) io.err(`${message}\n`)
  const statuses = goals.map(({ files, lens, era, roster }) => goalStatus(files, { lens, era, roster }))
  const known = statuses.flatMap((goal) => [...goal.teams.map(({ name }) => name), ...goal.missing])
  for (const name of unknownTeams(statuses, teams)) throw unknownTeam(name, known)
  const all = statuses.flatMap((status): GoalToFormat[] => {
    const found = changed.find(({ path }) => path === status.path)
    const changes = found && teams.length > 0 ? ofTeams(found, isTeam) : found
    const silent = silentTeams(status).filter(isTeam)
    // Teams are not asked about a goal that is over.
    if (!changes && (status.isOver || silent.length === 0)) return []
    const counts = teams.length > 0 || status.teams.length === 0 ? {} : { counts: countsInWords(status.counts) }
    return [{ path: status.path, title: status.title, changes, ...(status.isOver ? {} : { silent }), ...counts }]
  })
  if (all.length === 0) io.err(`Nothing changed since ${args.since}, and nobody is silent\n`)
  // Changed goals come first.
  const sorted = [...all.filter(({ changes }) => changes), ...all.filter(({ changes }) => !changes)]
  io.out(formatGoals(sorted, args.format === 'markdown' ? 'markdown' : 'mail'))
  return isBroken || unread.length > 0 ? 2 : 0
}

/** The changes of some teams; `undefined` if they have none. */
function ofTeams(changes: GoalChanges, isTeam: (name: string) => boolean): GoalChanges | undefined {
  const teams = changes.teams.filter(({ name, was }) => isTeam(name) || (was !== undefined && isTeam(was)))
  return teams.length === 0 ? undefined : { ...changes, teams, criteria: [], text: [] }
}
