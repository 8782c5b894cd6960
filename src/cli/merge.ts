/** `goaldoc merge`: the git merge driver. */
import { type Markers, usualMarkers } from '../document/index.ts'
import { conflictStyle, mergeFiles, writeBytes } from '../repository/index.ts'
import type { Arguments, Command } from './command.ts'
import { absolutePath } from './input.ts'
import { show } from './io.ts'

export const merge: Command = {
  name: 'merge',
  describe:
    'Merges three versions of a document or a YAML model. Edits of different teams, or of different entries of a team, never conflict.\nConflict markers surround only the lines that conflict. A file that cannot be merged as a goal is merged line by line, as git does.\ngit calls this command; `goaldoc init --merge-driver` sets it up.',
  positionals: [
    { name: 'BASE', describe: 'The common ancestor (%O)', isRequired: true },
    { name: 'OURS', describe: 'Our version (%A); the result is written here', isRequired: true },
    { name: 'THEIRS', describe: 'Their version (%B)', isRequired: true },
    { name: 'PATH', describe: 'Where the file is in the repository (%P)' },
  ],
  options: {
    stdout: { type: 'boolean', describe: 'Print the result and write nothing' },
    'marker-size': { type: 'number', value: 'N', describe: 'Length of the conflict markers (%L; default: 7)' },
    'base-label': { type: 'string', value: 'TEXT', describe: 'Label of the common ancestor in conflicts (%S)', isRare: true },
    'our-label': { type: 'string', value: 'TEXT', describe: 'Label of our version in conflicts (%X)', isRare: true },
    'their-label': { type: 'string', value: 'TEXT', describe: 'Label of their version in conflicts (%Y)', isRare: true },
  },
  examples: [['goaldoc merge -- %O %A %B %P', 'The merge driver, as git calls it']],
  async run(args, io) {
    const [base, ours, theirs, path = ours] = args._ as [string, string, string, string?]
    const files = { base: absolutePath(base, io), ours: absolutePath(ours, io), theirs: absolutePath(theirs, io) }
    const merged = mergeFiles(files, path, { ...markersOf(args), style: conflictStyle(io.cwd) })
    if (args.stdout) show(io, merged.bytes.toString('utf8'))
    else writeBytes(files.ours, merged.bytes, ours)
    if (merged.fallback) io.err(`${path}: merged line by line, because ${merged.fallback}\n`)
    for (const conflict of merged.conflicts) io.err(`${path}: ${conflict}\n`)
    return merged.undecided > 0 ? 1 : 0
  },
}

/** git before 2.44 does not know labels and passes the placeholders unchanged. */
function markersOf(args: Arguments): Omit<Markers, 'style'> {
  const label = (option: string, usual: string) => {
    const given = args[option]
    return typeof given === 'string' && given !== '' && !/^%[SXY]$/.test(given) ? given : usual
  }
  const { labels, size } = usualMarkers
  const given = Number(args['marker-size'])
  return {
    labels: {
      ours: label('our-label', labels.ours),
      base: label('base-label', labels.base),
      theirs: label('their-label', labels.theirs),
    },
    size: Number.isInteger(given) && given > 0 ? given : size,
  }
}
