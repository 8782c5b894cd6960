/** `goaldoc move`: moves a goal to another state. */
import { type Goal, teamStatus } from '../goal/index.ts'
import { isSettled, plural } from '../report/index.ts'
import { cannot, goalsFolder, planMove, removeLeftoversBelow } from '../repository/index.ts'
import { type Command, goalArgument } from './command.ts'
import { editOptions, finishEdits } from './edits.ts'
import { loadNamedGoals, slugOf } from './goals.ts'
import { dayOf } from './input.ts'
import type { Io } from './io.ts'
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
    const [{ pair, loaded, lens, goal }] = goals as [(typeof goals)[number]]
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
    const message = [`${slugOf(to)}: moved to ${state.replace(/\/$/, '')}`, ...(text === undefined ? [] : [text.trim()])]
    const code = await finishEdits([{ edits, message: `${message.join('\n\n')}\n` }], args, io, args.commit === true)
    if (withoutRedirect) io.err(`${withoutRedirect}\n`)
    if (state.startsWith('completed/')) tellOpenTeams(goal, io)
    return code
  },
}

/** The teams that are named of those that have not finished. */
const mostTeams = 10

/** Says which teams have not finished a goal that is closed. The committee may close it nevertheless. */
function tellOpenTeams({ teams = [] }: Goal, io: Io): void {
  const open = teams.flatMap((team) => {
    const status = teamStatus(team)
    return isSettled(status) ? [] : [`${team.name} (${status})`]
  })
  if (open.length === 0) return
  const more = open.length > mostTeams ? ` and ${open.length - mostTeams} more` : ''
  const have = open.length === 1 ? 'has' : 'have'
  io.err(
    `${open.length} of ${plural(teams.length, 'team')} ${have} not finished: ${open.slice(0, mostTeams).join(', ')}${more}\n`,
  )
}
