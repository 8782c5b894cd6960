/** `goaldoc doctor`: the faults of a repository that no single document shows. */
import { checkOnce } from './check.ts'
import type { Command } from './command.ts'
import { inspectOptions } from './inspect.ts'

/** The rules about links, redirects, index pages, states, placeholders, and models without documents. */
const rulesOfDoctor = ['repository/*', 'sphinx/*', 'link/dead-internal', 'goal/placeholder']

const { format, all, statistics, 'max-warnings': mostWarnings } = inspectOptions

export const doctor: Command = {
  name: 'doctor',
  describe:
    'Checks the repository: dead links and redirects, index pages, goals in the wrong folder, placeholders, models without documents. `goaldoc check` reports all this too.',
  positionals: [{ name: 'PATH', describe: 'Models, documents or folders (default: goals)', many: true }],
  options: { format, all, statistics, 'max-warnings': mostWarnings },
  examples: [['goaldoc doctor', 'Check the repository around goals/']],
  run: (args, io) => checkOnce({ ...args, rule: rulesOfDoctor }, io),
}
