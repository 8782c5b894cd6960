/** `goaldoc move`: moves a goal to another state. */
import { cannot, goalsFolder, planMove, removeLeftoversBelow } from '../repository/index.ts'
import { type Command, goalArgument } from './command.ts'
import { editOptions, finishEdits } from './edits.ts'
import { loadNamedGoals, slugOf } from './goals.ts'
import { dayOf } from './input.ts'
import { openWorkspace } from './workspace.ts'

export const move: Command = {
  name: 'move',
  describe:
    'Moves a goal to another state, forwards or backwards: its document and model, the toctrees and index pages, the links to it in the repository, and a redirect in the `.htaccess` with its test. Either all files are written or none.',
  positionals: [goalArgument, { name: 'STATE', describe: 'proposed, selected or completed/RELEASE', isRequired: true }],
  options: {
    reason: { type: 'string', value: 'TEXT', describe: 'Why, as a dated line at the end of the summary' },
    date: { type: 'string', value: 'DAY', describe: 'The date of that line (YYYY-MM-DD; default: today)' },
    ...editOptions,
    commit: { type: 'boolean', describe: 'Commit the files, with the reason in the message' },
  },
  examples: [
    ['goaldoc move dome-clocks selected', 'Take up a proposed goal'],
    ["goaldoc move dome-clocks completed/2026.2 --reason 'All domes agree.'", 'Close it, and say why'],
    ['goaldoc move dome-clocks proposed --diff', 'See what would change'],
    ['goaldoc move dome-clocks selected --commit', 'Move it, and commit all files'],
  ],
  async run(args, io) {
    const [name, state] = args._ as [string, string]
    const day = dayOf(args)
    const workspace = openWorkspace(args, io)
    const folder = goalsFolder(io.cwd)
    // After a run that was killed half way, this one may refuse, and write none of its files.
    if (folder !== undefined) removeLeftoversBelow(folder)
    const { goals, isBroken } = await loadNamedGoals([name], 'move', workspace, io)
    if (isBroken) return 2
    if (goals.length > 1) throw cannot(`move ${name}`, `it is ${goals.length} goals`, 'Name one of them')
    const [{ pair, loaded, lens }] = goals as [(typeof goals)[number]]
    const text = args.reason as string | undefined
    const { edits, to, withoutRedirect } = await planMove({
      document: pair.document,
      model: loaded,
      lens,
      state,
      reason: text === undefined ? undefined : { text, day },
      cwd: io.cwd,
      sphinx: workspace.sphinx,
    })
    if (withoutRedirect) io.err(`No redirect from the old address: ${withoutRedirect}\n`)
    const message = [`${slugOf(to)}: moved to ${state.replace(/\/$/, '')}`, ...(text === undefined ? [] : [text.trim()])]
    return finishEdits([{ edits, message: `${message.join('\n\n')}\n` }], args, io, args.commit === true)
  },
}
