/** `goaldoc merge`: the git merge driver. */
import { mergeVersions, readText, writeText } from '../repository/index.ts'
import type { Command } from './command.ts'
import { absolutePath } from './input.ts'

export const merge: Command = {
  name: 'merge',
  describe:
    'Merges three versions of a document or a YAML model. Edits of different teams, or of different entries of a team, never conflict;\na real conflict is marked at its smallest place. git calls it: `goaldoc init --merge-driver` sets it up.',
  positionals: [
    { name: 'BASE', describe: 'The common ancestor (%O)', isRequired: true },
    { name: 'OURS', describe: 'Our version (%A); the result is written here', isRequired: true },
    { name: 'THEIRS', describe: 'Their version (%B)', isRequired: true },
    { name: 'PATH', describe: 'Where the file is in the repository (%P)' },
  ],
  options: { stdout: { type: 'boolean', describe: 'Print the result and write nothing' } },
  examples: [['goaldoc merge %O %A %B %P', 'The driver that `goaldoc init --merge-driver` sets up']],
  async run(args, io) {
    const [base = '', ours = '', theirs = '', path = ours] = args._
    const [baseText, oursText, theirsText] = [base, ours, theirs].map((file) => readText(absolutePath(file, io), file)) as [
      string,
      string,
      string,
    ]
    const merged = await mergeVersions({ base: baseText, ours: oursText, theirs: theirsText }, path, ['ours', 'base', 'theirs'])
    if (args.stdout) io.out(merged.text)
    else writeText(absolutePath(ours, io), merged.text, ours)
    for (const conflict of merged.conflicts) io.err(`${path}: ${conflict}\n`)
    return merged.conflicts.length > 0 ? 1 : 0
  },
}
