/** `goaldoc teams`: compares the teams of goals with the official list. */
import { positionsOf } from '../goal/index.ts'
import { correctionsOf, type TeamListFault, type TeamListOptions, teamListFaults } from '../lint/index.ts'
import { cannot, editGoal, usualRoster } from '../repository/index.ts'
import type { Roster } from '../roster/index.ts'
import { firstByKey, nearest, once, printableIn } from '../text/index.ts'
import { type Arguments, type Command, goalsArgument, teamsOption } from './command.ts'
import { editOptions, finishEdits } from './edits.ts'
import { editedGoal, loadNamedGoals, type NamedGoal } from './goals.ts'
import { openWorkspace } from './workspace.ts'

const actions = ['check', 'sync'] as const

export const teams: Command = {
  name: 'teams',
  describe:
    '`check` lists the official teams of the time that have no section, and the sections of teams that are not official. `sync` fixes both in model and document: it adds sections at their places, renames them with their content, and marks those of retired teams with a sentence. No text is removed.',
  positionals: [{ name: 'check|sync', describe: 'List the differences, or fix them', isRequired: true }, goalsArgument],
  options: {
    retired: {
      type: 'string',
      value: 'HOW',
      choices: ['mark', 'remove'],
      describe: 'mark (default) sections of teams that are not official, or remove those without any text',
    },
    renamed: { type: 'string', many: true, value: 'OLD=NEW', describe: 'A team of the goals that is called NEW in the list' },
    ...editOptions,
    teams: teamsOption,
  },
  examples: [
    ['goaldoc teams check', 'Fail if the teams of a goal are not the official ones'],
    ['goaldoc teams sync dome-clocks --diff', 'See what would change in a goal'],
    ['goaldoc teams sync --renamed Pluto=Charon', 'Rename a team in all goals'],
  ],
  async run(args, io) {
    const [action, ...paths] = args._ as [string, ...string[]]
    if (!(actions as readonly string[]).includes(action)) {
      const meant = nearest(action, actions)
      throw cannot(
        `do \`goaldoc teams ${action}\``,
        'there is no such action',
        meant ? `Use \`goaldoc teams ${meant}\`` : 'Use `check` or `sync`',
      )
    }
    const renamed = renamedIn(args)
    const { goals, isBroken } = await loadNamedGoals(paths, `${action} teams`, openWorkspace(args, io), io, { renamed })
    const options: TeamListOptions = { retired: args.retired === 'remove' ? 'remove' : 'mark' }
    const listed = goals.filter(({ goal }) => goal.teams !== undefined)
    for (const { files } of listed.filter(({ roster }) => !roster))
      throw cannot(`compare the teams of ${files.shown}`, `there is no ${usualRoster}`, 'Name a list with `--teams`')
    for (const name of Object.values(renamed))
      for (const { roster } of listed) if (roster!.match(name).kind !== 'official') throw unknownNewName(name, roster!)
    const found = listed.map((named) => ({ named, faults: teamListFaults(named.goal, named.roster!, options) }))
    if (action === 'check') {
      for (const { named, faults } of found) {
        const placeOf = placesIn(named)
        for (const fault of faults) io.out(`${printableIn(`${placeOf(fault)}: ${fault.message}`)}\n`)
      }
      const kinds = new Set(found.flatMap(({ faults }) => faults.map(({ kind }) => kind)))
      if (kinds.has('missing') && kinds.has('retired')) io.err('If a team was renamed: goaldoc teams sync --renamed OLD=NEW\n')
      return isBroken ? 2 : found.some(({ faults }) => faults.length > 0) ? 1 : 0
    }
    if (isBroken) return 2
    const commits = found.map(({ named, faults }) => ({ edits: editGoal(editedGoal(named), correctionsOf(faults)), message: '' }))
    return finishEdits(commits, args, io)
  },
}

function unknownNewName(name: string, { names }: Roster): Error {
  const meant = nearest(name, names)
  return cannot(
    `rename a team to ${name}`,
    'the team list does not have it',
    meant ? `The nearest name is \`${meant}\`` : undefined,
  )
}

/** `--renamed Pluto=Charon`: old names of teams, and their new ones. */
function renamedIn({ renamed }: Arguments): Record<string, string> {
  const pairs = ((renamed as string[] | undefined) ?? []).map((text) => {
    const names = text.split('=').map((name) => name.trim())
    if (names.length !== 2 || names.includes(''))
      throw cannot(
        `use --renamed ${text}`,
        'it is not two names',
        'Write the old and the new name, as in `--renamed Pluto=Charon`',
      )
    return names as [string, string]
  })
  return Object.fromEntries(pairs)
}

/** `goals/mars/orbit.rst:27`: the section, or the section before which a team is missing. */
function placesIn({ files: { document, shown } }: NamedGoal): (fault: TeamListFault) => string {
  const teams = document?.goal.teams ?? []
  const indexes = once(() => firstByKey(teams.entries(), ([, { name }]) => name))
  return ({ at }) => {
    if (!document) return shown
    const index = at === undefined ? teams.length - 1 : indexes().get(at)?.[0]
    const place = index === undefined || index < 0 ? undefined : positionsOf(document.goal)?.(['teams', index, 'name'])
    return place ? `${shown}:${place.line}` : shown
  }
}
