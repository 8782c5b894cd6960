/** The data of a message that asks teams about a goal, for a mail, an etherpad or IRC: which teams are asked, and for what. */
import type { Contact } from '../../roster/index.ts'
import { printableIn } from '../../text/index.ts'
import { isSettled } from '../status/format.ts'
import type { DeliverableStatus, GoalStatus, TeamStatus } from '../status/schema.ts'

/** A team that is asked. Every field is present, so that templates can use it; unknown ones are empty. */
interface AskedTeam {
  team: string
  status: string
  /** The first day of this status, and the day of the last answer. */
  since: string
  last: string
  /** The deliverables without an answer or with an old one. */
  deliverables: { name: string; status: string; since: string }[]
  people: Contact[]
}

/** The data of a template. */
export interface AskData {
  title: string
  path: string
  date: string
  /** Teams that have not answered; teams that have not finished and have not changed their answer for long. */
  silent: AskedTeam[]
  stale: AskedTeam[]
  /** `Name <mail>`, and nicks, each only once. */
  mails: string[]
  nicks: string[]
  /** Teams without a known mail address (in mails) or nick (on IRC). */
  withoutMail: string[]
  withoutNick: string[]
}

export interface AskOptions {
  /** The day of the message, as YYYY-MM-DD. */
  date: string
  /** An answer is stale after this many days. */
  staleAfter: number
  contacts: ReadonlyMap<string, readonly Contact[]>
  /** The official name of a team. */
  official(name: string): string
}

export function askData(goal: GoalStatus, options: AskOptions): AskData {
  const peopleOf = (name: string) => [...(options.contacts.get(options.official(name)) ?? [])]
  const asked = (team: TeamStatus, deliverables: readonly DeliverableStatus[]): AskedTeam => ({
    team: team.name,
    status: team.status,
    since: team.since?.day ?? '',
    last: team.last?.day ?? '',
    deliverables: deliverables.map(({ name, status, since }) => ({ name, status, since: since?.day ?? '' })),
    people: peopleOf(team.name),
  })
  const isStale = (answer: DeliverableStatus, last = answer.last ?? answer.since) =>
    !isSettled(answer.status) && last !== undefined && daysBetween(last.day, options.date) > options.staleAfter
  const silent = goal.teams.filter(({ status }) => status === 'unanswered').map((team) => asked(team, []))
  const missing = goal.missing.map((name) => asked({ name, status: 'unanswered', deliverables: [] }, []))
  const stale = goal.teams
    .filter(({ status }) => status !== 'unanswered')
    .flatMap((team) => {
      const deliverables = team.deliverables.filter((one) => one.status === 'unanswered' || isStale(one))
      return isStale(team) || deliverables.length > 0 ? [asked(team, deliverables)] : []
    })
  return withPeople({ title: goal.title, path: goal.path, date: options.date }, [...silent, ...missing], stale)
}

function withPeople(head: Pick<AskData, 'title' | 'path' | 'date'>, silent: AskedTeam[], stale: AskedTeam[]): AskData {
  const all = [...silent, ...stale]
  const people = all.flatMap((team) => team.people)
  const mails = people.flatMap(({ name, mail }) => (mail === '' ? [] : [name === '' ? mail : `${name} <${mail}>`]))
  const without = (key: 'mail' | 'irc') =>
    all.filter((team) => team.people.every((one) => one[key] === '')).map(({ team }) => team)
  return printableIn({
    ...head,
    silent,
    stale,
    mails: [...new Set(mails)],
    nicks: [...new Set(people.flatMap(({ irc }) => (irc === '' ? [] : [irc])))],
    withoutMail: without('mail'),
    withoutNick: without('irc'),
  })
}

/** The length of a line on IRC, with room for what the server adds. */
const ircLine = 400

/** Splits a message into pieces that each fit a line of IRC; `render` gives the line of a piece. */
export function inIrcLines({ silent, stale, ...head }: AskData, render: (asked: AskData) => string): AskData[] {
  const all = [...silent.map((team) => ({ team, isSilent: true })), ...stale.map((team) => ({ team, isSilent: false }))]
  const made = (some: typeof all) =>
    withPeople(
      head,
      some.filter(({ isSilent }) => isSilent).map(({ team }) => team),
      some.filter(({ isSilent }) => !isSilent).map(({ team }) => team),
    )
  const pieces: (typeof all)[] = []
  for (const one of all) {
    const last = pieces.at(-1)
    if (last && render(made([...last, one])).length <= ircLine) last.push(one)
    else pieces.push([one])
  }
  return pieces.map(made)
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}
