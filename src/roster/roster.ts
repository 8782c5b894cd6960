/** Questions to a team list: who is official, who was meant, what became of an old name. */
import { canonicalName, nearest, once, type Place, placesIn } from '../text/index.ts'
import { formerTeams } from './legacy.ts'
import type { ListedTeam } from './teams.ts'

export interface RosterOptions {
  /** Where the list is, for people. */
  path?: string
  /** Names under which teams stand in documents → official names. */
  aliases?: Readonly<Record<string, string>>
  /** Old names of teams → new ones. */
  renamed?: Readonly<Record<string, string>>
  /** Teams that are none any more. */
  retired?: readonly string[]
  /** The text of a `legacy.yaml`: teams that were retired, with the day. It is read where a name asks for it. */
  legacy?: string
  /** The day (YYYY-MM-DD) whose teams count: a team that was retired later was official then. */
  asOfDay?: string
  /** Whether the list is not of the time of the documents that are judged by it: no team of it can be missing. */
  isOfAnotherTime?: boolean
  /** Teams that need no section, or may have one without being official. */
  exempt?: readonly { team: string; reason: string }[]
}

interface RosterDeliverable {
  name: string
  /** Repositories as `group/name`. */
  repositories: readonly string[]
  line: number
}

/** An official team; lines and columns are 1-based, offsets 0-based, and all of them are those of its name in the list. */
export interface RosterTeam extends Place {
  name: string
  deliverables: readonly RosterDeliverable[]
  repositories: readonly string[]
}

/** What a name in a document is to the list:
 *
 * - `official`: a team's name, letter by letter
 * - `spelling`: a team's name but for capitals, blanks, dashes and underscores
 * - `alias`, `renamed`: a name that the configuration takes for a team
 * - `former`: a team that is none any more, and was official on the day that counts
 * - `retired`: a team that is none any more; `retiredOn` where the day is known
 * - `deliverable`: no team, but something that a team delivers
 * - `unknown`
 */
export type RosterMatch =
  | { kind: 'official' | 'spelling' | 'alias' | 'renamed'; team: RosterTeam }
  | { kind: 'deliverable'; team: RosterTeam; deliverable: RosterDeliverable }
  | { kind: 'former' | 'retired'; team?: undefined; retiredOn?: string }
  | { kind: 'unknown'; team?: undefined }

export interface Roster {
  /** The text of the list. */
  source: string
  path?: string
  /** In the order of the list. */
  teams: readonly RosterTeam[]
  names: readonly string[]
  /** The names of all deliverables, and of their repositories without the group. */
  projects: ReadonlySet<string>
  /** The team of exactly this name. */
  team(name: string): RosterTeam | undefined
  /** What a name of a document is. */
  match(name: string): RosterMatch
  /** The official team that a name stands for, however it is spelt. */
  find(name: string): RosterTeam | undefined
  /** The official name that was probably meant. */
  nearest(name: string): string | undefined
  /** The deliverable of this name and its team. */
  deliverable(name: string): { team: RosterTeam; deliverable: RosterDeliverable } | undefined
  /** Whether the list is of another time than the documents: no team of it can be missing. */
  isOfAnotherTime: boolean
  /** Whether it says which teams were official once. */
  knowsFormer: boolean
  /** The place in the list, from 0; -1 for a name that is not official. */
  position(name: string): number
  /** Why the rules leave a team alone; nothing where they do not. */
  exempt(name: string): string | undefined
}

/** The roster of a list that has been read. */
export function rosterOf(source: string, listed: readonly ListedTeam[], options: RosterOptions = {}): Roster {
  const teams = placed(source, listed)
  const byName = new Map(teams.map((team) => [team.name, team]))
  const bySpelling = new Map(teams.map((team) => [canonicalName(team.name), team]))
  const positions = new Map(teams.map((team, index) => [team.name, index]))
  const deliverables = once(() => {
    const found = new Map<string, { team: RosterTeam; deliverable: RosterDeliverable }>()
    for (const team of teams) {
      for (const deliverable of team.deliverables) {
        if (!found.has(deliverable.name)) found.set(deliverable.name, { team, deliverable })
      }
    }
    return found
  })
  const projects = once(() => {
    const delivered = teams.flatMap((team) => team.deliverables.map((deliverable) => deliverable.name))
    const repositories = teams.flatMap((team) => team.repositories)
    return new Set([...delivered, ...repositories.map((repository) => repository.slice(repository.indexOf('/') + 1))])
  })
  const canonicalKeys = <T>(pairs: readonly (readonly [string, T])[]) =>
    new Map(pairs.map(([name, value]) => [canonicalName(name), value]))
  const aliases = canonicalKeys(Object.entries(options.aliases ?? {}))
  const renamed = canonicalKeys(Object.entries(options.renamed ?? {}))
  const retired = canonicalKeys((options.retired ?? []).map((name) => [name, true] as const))
  const formerly = once(() =>
    canonicalKeys(formerTeams(options.legacy ?? '').map(({ name, retiredOn }) => [name, retiredOn] as const)),
  )
  const exempt = canonicalKeys((options.exempt ?? []).map(({ team, reason }) => [team, reason] as const))

  /** The team at the end of a chain of renamings; a chain that bites its tail leads nowhere. */
  const follow = (names: ReadonlyMap<string, string>, name: string): RosterTeam | undefined => {
    const met = new Set<string>()
    let current = names.get(canonicalName(name))
    while (current !== undefined && !met.has(current)) {
      met.add(current)
      const team = byName.get(current) ?? bySpelling.get(canonicalName(current))
      if (team !== undefined) return team
      current = renamed.get(canonicalName(current))
    }
    return undefined
  }

  const match = (name: string): RosterMatch => {
    const official = byName.get(name)
    if (official !== undefined) return { kind: 'official', team: official }
    const alias = follow(aliases, name)
    if (alias !== undefined) return { kind: 'alias', team: alias }
    const spelling = bySpelling.get(canonicalName(name))
    if (spelling !== undefined) return { kind: 'spelling', team: spelling }
    const successor = follow(renamed, name)
    if (successor !== undefined) return { kind: 'renamed', team: successor }
    const former = formerly().get(canonicalName(name))
    if (former !== undefined) {
      const wasOfficial = options.asOfDay !== undefined && former > options.asOfDay
      return { kind: wasOfficial ? 'former' : 'retired', retiredOn: former }
    }
    if (retired.has(canonicalName(name))) return { kind: 'retired' }
    const found = deliverables().get(name) ?? deliverables().get(name.toLowerCase())
    return found === undefined ? { kind: 'unknown' } : { kind: 'deliverable', ...found }
  }

  return {
    source,
    ...(options.path === undefined ? {} : { path: options.path }),
    teams,
    names: teams.map((team) => team.name),
    get projects() {
      return projects()
    },
    team: (name) => byName.get(name),
    match,
    find: (name) => {
      const { kind, team } = match(name)
      return kind === 'deliverable' ? undefined : team
    },
    nearest: (name) => match(name).team?.name ?? nearest(name, byName.keys()),
    deliverable: (name) => deliverables().get(name),
    isOfAnotherTime: options.isOfAnotherTime ?? false,
    knowsFormer: options.legacy !== undefined,
    position: (name) => positions.get(name) ?? -1,
    exempt: (name) => exempt.get(canonicalName(name)),
  }
}

/** The teams with lines and columns, which only a finding asks for. */
function placed(source: string, listed: readonly ListedTeam[]): RosterTeam[] {
  const placeAt = placesIn(source)
  return listed.map(({ name, deliverables, offset, endOffset }) => {
    const place = once(() => placeAt(offset, endOffset))
    const delivered = once(() =>
      deliverables.map((deliverable) => ({
        name: deliverable.name,
        repositories: deliverable.repositories,
        get line() {
          return placeAt(deliverable.offset, deliverable.offset).line
        },
      })),
    )
    const repositories = once(() => deliverables.flatMap((deliverable) => deliverable.repositories))
    return {
      name,
      offset,
      endOffset,
      get line() {
        return place().line
      },
      get column() {
        return place().column
      },
      get endLine() {
        return place().endLine
      },
      get endColumn() {
        return place().endColumn
      },
      get deliverables() {
        return delivered()
      },
      get repositories() {
        return repositories()
      },
    }
  })
}
