/** `goaldoc status`: shows who has answered, who has finished, and since when. */
import { type Goal, teamStatus } from '../goal/index.ts'
import { filterTeams, type StatusReport, statusFormats, type TeamFilter, unknownTeams } from '../report/index.ts'
import {
  cannot,
  changesInFiles,
  countsOfTeams,
  editGoal,
  goalStatus,
  openHistories,
  topicsOf,
  usualRoster,
  withEvidence,
} from '../repository/index.ts'
import { evidenceFor, type GoalEvidence } from '../roster/index.ts'
import { canonicalName } from '../text/index.ts'
import { type Arguments, type Command, goalsArgument, teamsOption } from './command.ts'
import { editOptions, finishEdits } from './edits.ts'
import { editedGoal, loadNamedGoals, type NamedGoal, slugOf, splitNames, unknownTeam } from './goals.ts'
import { absolutePath } from './input.ts'
import type { Io } from './io.ts'
import { openWorkspace } from './workspace.ts'

export const status: Command = {
  name: 'status',
  describe:
    'Shows the status of each goal and team, since when it has it, and who changed it last. Goals are named by document, model, folder or slug. The days come from git.',
  positionals: [goalsArgument],
  options: {
    team: { type: 'string', many: true, value: 'TEAM', describe: 'Only these teams (also: A,B)' },
    open: { type: 'boolean', describe: 'Only teams and deliverables that have something left to answer or to do' },
    format: {
      type: 'string',
      alias: 'f',
      value: 'FORMAT',
      choices: statusFormats.map(({ name }) => name),
      describe: 'table (default), json, csv, markdown (a checklist for an issue) or etherpad',
    },
    changes: {
      type: 'string',
      many: true,
      value: 'FILE',
      describe: 'Files with changes: a saved answer of Gerrit (REST or query), `gh pr list --json` or GitLab (also: A,B)',
    },
    write: { type: 'boolean', describe: 'Write the states that follow from the changes into models and documents' },
    ...editOptions,
    gerrit: {
      type: 'string',
      value: 'URL',
      describe: 'The Gerrit server of the changes (default: that of .gitreview)',
      isRare: true,
    },
    teams: teamsOption,
  },
  examples: [
    ['goaldoc status', 'All goals below goals/'],
    ['goaldoc status dome-clocks --open', 'What is left of one goal'],
    ['goaldoc status --team Hubble,Kepler --format csv', 'Two teams in all goals, for a spreadsheet'],
  ],
  async run(args, io) {
    const workspace = openWorkspace(args, io)
    const { goals: named, isBroken } = await loadNamedGoals(args._, 'tell the status', workspace, io)
    if (isBroken && args.write) return 2
    const evidence = evidenceOf(named, args, io)
    if (args.write) {
      const code = await writeEvidence(named, evidence, args, io)
      if (code > 0 || args.diff || args['dry-run']) return code
    }
    // `--write` changed the files, so read them again.
    const current = args.write ? (await loadNamedGoals(args._, 'tell the status', workspace, io)).goals : named
    const report = statusesOf(current, { teams: splitNames(args.team), isOpen: args.open === true }, evidence)
    tellDifferences(current, io)
    const format = statusFormats.find(({ name }) => name === (args.format ?? 'table'))!
    io.out(format.format(report, { color: io.colour }))
    return isBroken ? 2 : 0
  },
}

/** Names the documents that say something else about a team than their model does. */
function tellDifferences(named: readonly NamedGoal[], io: Io): void {
  for (const { pair, files } of named) {
    const said = new Map((files.document?.goal.teams ?? []).map((team) => [team.name, teamStatus(team)]))
    const differ = (files.model?.teams ?? []).filter((team) => said.has(team.name) && said.get(team.name) !== teamStatus(team))
    if (differ.length === 0) continue
    const who = differ.length === 1 ? `\`${differ[0]!.name}\`` : `${differ.length} teams`
    io.err(`${pair.shown} says something else about ${who} than its model, which counts here; \`goaldoc check\` shows where\n`)
  }
}

/** The statuses of goals, with their history. */
export function statusesOf(
  named: readonly NamedGoal[],
  { teams, isOpen }: TeamFilter,
  evidence: readonly (GoalEvidence | undefined)[] = [],
): StatusReport {
  const histories = openHistories()
  const all = named.map(({ pair, files, lens, era, roster }, index) => {
    const history = histories.of(files.document === undefined ? pair.model! : pair.document)
    return goalStatus(files, { lens, era, roster, history, evidence: evidence[index] })
  })
  const known = all.flatMap((goal) => [...goal.teams.map(({ name }) => name), ...goal.missing])
  for (const name of unknownTeams(all, teams)) throw unknownTeam(name, known)
  const goals = filterTeams(all, { teams, isOpen })
  return { version: 1, goals, counts: countsOfTeams(goals.flatMap((goal) => goal.teams)) }
}

/** What the changes say about each goal; `undefined` without a file of changes. */
function evidenceOf(goals: readonly NamedGoal[], args: Arguments, io: Io): (GoalEvidence | undefined)[] {
  const files = splitNames(args.changes).map((path) => absolutePath(path, io))
  if (files.length === 0) {
    for (const flag of ['write', 'diff', 'dry-run', 'gerrit'])
      if (args[flag]) throw cannot(`use --${flag}`, 'there are no changes', 'Give them with `--changes FILE`')
    return []
  }
  const { changes, cut } = changesInFiles(files, io.cwd, args.gerrit as string | undefined)
  for (const file of cut) io.err(`${file} is not all: the server has more changes; save the next page, too\n`)
  return goals.map(({ goal, pair, roster }) => {
    if (!roster)
      throw cannot(`find the teams of the changes for ${pair.shown}`, `there is no ${usualRoster}`, 'Name a list with `--teams`')
    return evidenceFor(changes, topicsOf(goal, slugOf(pair.shown)), roster)
  })
}

async function writeEvidence(
  goals: readonly NamedGoal[],
  evidence: readonly (GoalEvidence | undefined)[],
  args: Arguments,
  io: Io,
) {
  const commits = goals.map((named, index) => {
    const { goal, roster } = named
    const found = onlyTeams(evidence[index]!, splitNames(args.team))
    const step = (one: Goal) => withEvidence(one, found, roster!)
    return { edits: editGoal(editedGoal(named), [step], goal.teams === undefined), message: '' }
  })
  return finishEdits(commits, args, io)
}

/** What the changes say about the named teams, or about all teams if none was named. */
function onlyTeams(evidence: GoalEvidence, names: readonly string[]): GoalEvidence {
  const wanted = new Set(names.map(canonicalName))
  return names.length === 0
    ? evidence
    : { ...evidence, teams: evidence.teams.filter(({ team }) => wanted.has(canonicalName(team))) }
}
