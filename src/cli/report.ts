/** `goaldoc report`: reports about goals, for people who do not work on them. */
import { cannot } from '../repository/index.ts'
import { type Command, goalsArgument, teamsOption } from './command.ts'

export const report: Command = {
  name: 'report',
  describe:
    'With `--since`, prints what changed in goals since a revision, and the teams without an answer. With `-o`, makes one HTML page of goals: teams and their answers, progress, teams without an answer, and a burn-down of each goal from git. The page needs nothing from the network. Goals are named by document, model, folder or slug.',
  positionals: [goalsArgument],
  options: {
    output: { type: 'string', alias: 'o', value: 'DIR', describe: 'Write the page into this folder, as index.html' },
    since: { type: 'string', value: 'REF', describe: 'Print what changed since this revision, then the teams without an answer' },
    team: { type: 'string', many: true, value: 'TEAM', describe: 'With `--since`: only these teams (also: A,B)' },
    format: {
      type: 'string',
      alias: 'f',
      value: 'FORMAT',
      choices: ['mail', 'markdown'],
      describe: 'With `--since`: mail (default) or markdown',
    },
    teams: teamsOption,
  },
  examples: [
    ['goaldoc report -o public', 'All goals below goals/, as public/index.html'],
    ['goaldoc report --since v1.0', 'What to post to the mailing list'],
    ['goaldoc report --since v1.0 --team Hubble', 'What concerns one team'],
  ],
  async run(args, io) {
    if (args.since !== undefined && args.output !== undefined)
      throw cannot('make a report', '`-o` and `--since` are two kinds of report', 'Name one of them')
    if (args.since !== undefined) {
      const { reportSince } = await import('./report-since.ts')
      return reportSince(args, io)
    }
    if (args.output === undefined)
      throw cannot('make a report', 'no folder and no revision is named', 'Name one with `-o DIR` or `--since REF`')
    const { writePage } = await import('./report-page.ts')
    return writePage(args, io)
  },
}
