/** `goaldoc status`: who has answered, who has finished, and since when. */
import { chosen, type StatusReport, statusFormats, unknownTeams } from '../report/index.ts'
import { countsOfTeams, goalStatus, openHistories } from '../repository/index.ts'
import type { Command } from './command.ts'
import { goalsNamed, namesIn, unknownTeam } from './goals.ts'
import { openWorkspace } from './workspace.ts'

export const status: Command = {
  name: 'status',
  describe:
    'Says for each goal and team how far it has come, since when, and who changed its answer last. Goals are named by document, model, folder or slug. The days come from git.',
  positionals: [{ name: 'GOAL', describe: 'Documents, models, folders or slugs (default: goals)', many: true }],
  options: {
    team: { type: 'string', many: true, value: 'TEAM', describe: 'Only these teams (also: A,B)' },
    open: { type: 'boolean', describe: 'Only teams and deliverables that have something left to answer or to do' },
    format: {
      type: 'string',
      alias: 'f',
      value: 'FORMAT',
      choices: ['table', 'json', 'csv', 'markdown', 'etherpad'],
      describe: 'table (default), json, csv, markdown (a checklist for an issue) or etherpad',
    },
    teams: { type: 'string', value: 'FILE', describe: 'The team list (default: reference/projects.yaml)' },
  },
  examples: [
    ['goaldoc status', 'All goals below goals/'],
    ['goaldoc status dome-clocks --open', 'What is left of one goal'],
    ['goaldoc status --team Hubble,Kepler --format csv', 'Two teams in all goals, for a spreadsheet'],
  ],
  async run(args, io) {
    const workspace = openWorkspace(args, io)
    const { goals: named, isBroken } = await goalsNamed(args._, 'tell the status', workspace, io)
    const histories = openHistories()
    const all = named.map(({ pair, files, lens, era, roster }) =>
      goalStatus(files, { lens, era, roster, history: histories.of(files.document === undefined ? pair.model! : pair.document) }),
    )
    const teams = namesIn(args.team)
    const known = all.flatMap((goal) => [...goal.teams.map(({ name }) => name), ...goal.missing])
    for (const name of unknownTeams(all, teams)) throw unknownTeam(name, known)
    const goals = chosen(all, { teams, isOpen: args.open === true })
    const report: StatusReport = { version: 1, goals, counts: countsOfTeams(goals.flatMap((goal) => goal.teams)) }
    const format = statusFormats.find(({ name }) => name === (args.format ?? 'table'))!
    io.out(format.format(report, { color: io.colour }))
    return isBroken ? 2 : 0
  },
}
