/** `goaldoc ask`: writes a message to the teams that have not answered. */
import { openDocument } from '../document/index.ts'
import { type AskFormat, askData, askFormats, inIrcLines } from '../report/index.ts'
import {
  cannot,
  type FileHistory,
  goalStatus,
  historyUntil,
  openAskTemplate,
  openHistories,
  usualRoster,
} from '../repository/index.ts'
import type { Contact, Roster } from '../roster/index.ts'
import { type Arguments, type Command, goalArgument, teamsOption } from './command.ts'
import { loadNamedGoals, type NamedGoal } from './goals.ts'
import { absolutePath, dayOf } from './input.ts'
import type { Io } from './io.ts'
import { openWorkspace } from './workspace.ts'

export const ask: Command = {
  name: 'ask',
  describe:
    'Writes a message to the teams that have not answered a goal, or have not finished and have not changed their answer for long. It names their contacts in the official list of that day. Nothing is sent. A template goals/ask-FORMAT.hbs replaces the built-in text.',
  positionals: [{ ...goalArgument, many: true }],
  options: {
    format: { type: 'string', alias: 'f', value: 'FORMAT', choices: askFormats, describe: 'mail (default), etherpad or irc' },
    stale: {
      type: 'number',
      value: 'DAYS',
      describe: 'Days after which an answer that is not final counts as stale (default: 90)',
    },
    date: { type: 'string', value: 'DAY', describe: 'Use the goal, the teams and their contacts of this day (YYYY-MM-DD)' },
    template: { type: 'string', value: 'FILE', describe: 'A Handlebars template for the message' },
    teams: teamsOption,
  },
  examples: [
    ['goaldoc ask dome-clocks', 'A mail'],
    ['goaldoc ask dome-clocks --format irc --stale 30', 'Lines for IRC, also to teams without a change for a month'],
  ],
  async run(args, io) {
    const date = args.date === undefined ? undefined : dayOf(args)
    const workspace = openWorkspace(args, io)
    const { goals, isBroken } = await loadNamedGoals(
      args._,
      'ask anybody',
      workspace,
      io,
      date === undefined ? {} : { asOf: date },
    )
    const histories = openHistories()
    const texts: string[] = []
    for (const named of goals) {
      const { pair, files } = named
      const history = histories.of(files.document === undefined ? pair.model! : pair.document)
      texts.push(await textFor(named, history, args, io))
    }
    io.out(texts.filter((text) => text !== '').join('\n'))
    return isBroken ? 2 : 0
  },
}

async function textFor(named: NamedGoal, history: FileHistory | undefined, args: Arguments, io: Io): Promise<string> {
  const { pair, lens, era, roster } = named
  const date = dayOf(args)
  const then = date < dayOf({ _: [] }) ? historyUntil(history, date, pair.shown) : undefined
  const files = then ? { shown: pair.shown, document: openDocument(then.text, lens) } : named.files
  const status = goalStatus(files, { lens, era, roster, history: then?.history ?? history })
  const teams = status.teams.filter(({ name }) => roster?.exempt(name) === undefined)
  const asked = askData(
    { ...status, teams },
    {
      date,
      staleAfter: (args.stale as number | undefined) ?? 90,
      contacts: roster ? await contactsIn(roster) : new Map(),
      official: (name) => roster?.find(name)?.name ?? name,
    },
  )
  if (asked.silent.length + asked.stale.length === 0) {
    io.err(`Nobody has to be asked about ${pair.shown}\n`)
    return ''
  }
  const format = (args.format as AskFormat | undefined) ?? 'mail'
  const wording = args.template === undefined ? undefined : absolutePath(String(args.template), io)
  const word = await openAskTemplate(format, { document: pair.document, cwd: io.cwd, named: wording })
  return format === 'irc' ? inIrcLines(asked, word).map(word).join('') : word(asked)
}

async function contactsIn(roster: Roster): Promise<Map<string, Contact[]>> {
  const { readContacts, RosterError } = await import('../roster/index.ts')
  try {
    return readContacts(roster.source)
  } catch (error) {
    if (!(error instanceof RosterError)) throw error
    throw cannot(`read the people in ${roster.path ?? usualRoster}`, error.message)
  }
}
