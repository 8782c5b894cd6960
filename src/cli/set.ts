/** `goaldoc set`: sets the answers of teams. */
import { type AnswerChange, type Status, statuses } from '../goal/index.ts'
import { cannot, planAnswers, teamsToSet } from '../repository/index.ts'
import { type Arguments, type Command, goalArgument, teamsOption } from './command.ts'
import { editOptions, finishEdits } from './edits.ts'
import { editedGoal, loadNamedGoals, type NamedGoal, splitNames } from './goals.ts'
import type { Io } from './io.ts'
import { openWorkspace } from './workspace.ts'

export const set: Command = {
  name: 'set',
  describe:
    'Sets what teams answer, in the model and the document together; in the document alone where there is no model. Only the lines of these teams change, and either all files are written or none.',
  positionals: [{ ...goalArgument, many: true }],
  options: {
    team: { type: 'string', many: true, value: 'TEAM', describe: 'These teams (also: A,B)' },
    'all-unanswered': { type: 'boolean', describe: 'All teams that have not answered yet' },
    deliverable: { type: 'string', value: 'NAME', describe: 'A deliverable of the team, instead of the team as a whole' },
    status: { type: 'string', value: 'STATUS', choices: statuses, describe: statuses.join(', ') },
    reason: { type: 'string', value: 'TEXT', describe: 'Why, as a paragraph in front of the artifacts' },
    planning: { type: 'string', value: 'URL', describe: 'Add a planning artifact' },
    completion: { type: 'string', value: 'URL', describe: 'Add a completion artifact' },
    ...editOptions,
    commit: { type: 'optional', value: 'each', describe: 'Commit the files; `--commit=each` makes a commit for each team' },
    teams: teamsOption,
  },
  examples: [
    ["goaldoc set dome-clocks --team Hubble --status n/a --reason 'It has no dome.'", 'One team has nothing to do'],
    ['goaldoc set dome-clocks --all-unanswered --status planned --diff', 'See what would change'],
  ],
  async run(args, io) {
    const paths = [...args._]
    // `--commit` without a value may precede the goal.
    if (args.commit && args.commit !== 'each') paths.push(String(args.commit))
    const isEach = args.commit === 'each'
    const change = changeIn(args)
    const names = splitNames(args.team)
    const isAllUnanswered = args['all-unanswered'] === true
    if (names.length > 0 === isAllUnanswered && (isAllUnanswered || change.deliverable === undefined))
      throw cannot('tell which teams are meant', 'that takes one of `--team` and `--all-unanswered`', 'Give one of them')
    const workspace = openWorkspace(args, io)
    const { goals, isBroken } = await loadNamedGoals(paths, 'set anything', workspace, io)
    if (isBroken) return 2
    const commits = goals.flatMap((named) => {
      const teams = teamsToSet({
        files: editedGoal(named),
        goal: named.goal,
        roster: named.roster,
        names,
        isAllUnanswered,
        change,
      })
      tellMissing(named, teams, io)
      return planAnswers(editedGoal(named), teams, change, isEach)
    })
    return finishEdits(isEach ? commits : joined(commits), args, io, args.commit !== undefined)
  },
}

/** Names the teams that only the model has, so that the document is not edited for them. */
function tellMissing({ pair, files }: NamedGoal, teams: readonly string[], io: Io): void {
  if (!files.model || !files.document) return
  const written = new Set(files.document.goal.teams?.map(({ name }) => name))
  const missing = teams.filter((name) => !written.has(name))
  if (missing.length === 0) return
  const who = missing.length === 1 ? `\`${missing[0]}\`` : `${missing.length} of these teams`
  io.err(`${pair.shown} has no section for ${who}, which only the model has; \`goaldoc check\` shows the difference\n`)
}

/** The characters of RFC 3986. Others would end the link in the document. */
const url = /^[a-z][a-z0-9+.-]*:\/\/[\w!#$%&'()*+,\-./:;=?@[\]~]+$/i

function changeIn(args: Arguments): AnswerChange {
  const given = Object.entries({
    deliverable: args.deliverable,
    status: args.status as Status | undefined,
    reason: (args.reason as string | undefined)?.trim().replace(/\r\n?/g, '\n'),
    planning: args.planning,
    completion: args.completion,
  }).filter(([, value]) => value !== undefined)
  const change = Object.fromEntries(given) as AnswerChange
  for (const key of ['planning', 'completion'] as const)
    if (change[key] !== undefined && !url.test(change[key]!))
      throw cannot(`use --${key} ${change[key]}`, 'it is not a URL', 'Give one such as https://review.example.org/117')
  if (given.length === 0 || (given.length === 1 && change.deliverable !== undefined))
    throw cannot('set anything', 'nothing to set was given', 'Give `--status`, `--reason`, `--planning` or `--completion`')
  return change
}

/** All goals of one command are one commit. */
function joined<Commit extends { edits: readonly unknown[]; message: string }>(commits: readonly Commit[]): Commit[] {
  const [first] = commits
  return first ? [{ ...first, edits: commits.flatMap(({ edits }) => edits) }] : []
}
