/** `goaldoc report`: goals for those who follow them from afar. */
import { cannot } from '../repository/index.ts'
import type { Command } from './command.ts'

export const report: Command = {
  name: 'report',
  describe:
    'Makes one HTML page of goals: teams and their answers, progress, who is silent, and a burn-down of each goal from git. The page needs nothing from the network. Goals are named by document, model, folder or slug.',
  positionals: [{ name: 'GOAL', describe: 'Documents, models, folders or slugs (default: goals)', many: true }],
  options: {
    output: { type: 'string', alias: 'o', value: 'DIR', describe: 'Write the page into this folder, as index.html' },
    teams: { type: 'string', value: 'FILE', describe: 'The team list (default: reference/projects.yaml)' },
  },
  examples: [['goaldoc report -o public', 'All goals below goals/, as public/index.html']],
  async run(args, io) {
    if (args.output === undefined) throw cannot('make a report', 'no folder is named', 'Name one with `-o DIR`')
    const { writePage } = await import('./report-page.ts')
    return writePage(args, io)
  },
}
