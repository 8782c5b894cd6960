/** Looks up names in a team list: official teams, misspelt names, old names. */
import { canonicalName, nearest, once, type Place, placesIn } from '../text/index.ts'
import { formerTeams } from './legacy.ts'
import type { ListedTeam } from './teams.ts'

export interface RosterOptions {
  /** Where the list is, for messages. */
  path?: string
  /** Names that documents use → official names. */
  aliases?: Readonly<Record<string, string>>
  /** Old names of teams → new ones. */
  renamed?: Readonly<Record<string, string>>
  /** Former teams. */
  retired?: readonly string[]
  /** The text of a `legacy.yaml`: retired teams, with the day. It is read when a name needs it. */
  legacy?: string
  /** The day (YYYY-MM-DD) whose teams count: a team that was retired later counts as official. */
  asOfDay?: string
  /** Whether the list is from another time than the documents. Then no team counts as missing. */
  isOfAnotherTime?: boolean
  /** Teams that need no section, and that may have one without being official. */
  exempt?: readonly { team: string; reason: string }[]
}

interface RosterDeliverable {
  name: string
  /** Repositories as `group/name`. */
  repositories: readonly string[]
  line: number
}

/** An official team. Line, column (1-based) and offsets (0-based) are those of its name in the list. */
export interface RosterTeam extends Place {
  name: string
  deliverables: readonly RosterDeliverable[]
  repositories: readonly string[]
}

/** What a name in a document is:
 *
 * - `official`: a team's name, letter by letter
 * - `spelling`: a team's name, except for case, spaces, dashes and underscores
 * - `alias`, `renamed`: a name that the configuration maps to a team
 * - `former`: a former team that was official on the day that counts
 * - `retired`: a former team; `retiredOn` if the day is known
 * - `deliverable`: not a team, but a deliverable of one
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
  /** Classifies a name from a document. */
  match(name: string): RosterMatch
  /** The official team that a name stands for, in any spelling. */
  find(name: string): RosterTeam | undefined
  /** The official name that was probably meant. */
  nearest(name: string): string | undefined
  /** The deliverable of this name and its team. */
  deliverable(name: string): { team: RosterTeam; deliverable: RosterDeliverable } | undefined
  /** Whether the list is from another time than the documents. Then no team counts as missing. */
  isOfAnotherTime: boolean
  /** Whether the list knows former teams. */
  knowsFormer: boolean
  /** The index in the list; -1 for a name that is not official. */
  position(name: string): number
  /** Why the rules ignore a team; `undefined` if they do not. */
  exempt(name: string): string | undefined
}

/** Makes a roster from a list that has been read. */
export function rosterOf(source: string, listed: readonly ListedTeam[], options: RosterOptions = {}): Roster {
  const teams = placed(source, listed)
  const byName = new Map(teams.map((team) => [team.name, team]))
  const bySpelling = new Map(teams.map((team) => [canonicalName(team.name), team]))
  const positions = new Map(teams.map((team, index) => [team.name, index]))
  /** The indexes of the teams of deliverables. */
  const deliverers = once(() => {
    const found = new Map<string, number>()
    for (const [index, team] of listed.entries())
      for (const { name } of team.deliverables) if (!found.has(name)) found.set(name, index)
    return found
  })
  const deliverableNamed = (name: string) => {
    const index = deliverers().get(name)
    const team = index === undefined ? undefined : teams[index]
    const deliverable = team?.deliverables.find((candidate) => candidate.name === name)
    return team && deliverable && { team, deliverable }
  }
  const projects = once(() => {
    const names = new Set<string>()
    for (const { deliverables } of listed) {
      for (const { name, repositories } of deliverables) {
        names.add(name)
        for (const repository of repositories) names.add(repository.slice(repository.indexOf('/') + 1))
      }
    }
    return names
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

  /** Follows renames to the last team, from a normalised name; `undefined` for a cycle. */
  const follow = (names: ReadonlyMap<string, string>, canonical: string): RosterTeam | undefined => {
    let current = names.get(canonical)
    if (current === undefined) return undefined
    const visited = new Set<string>()
    while (current !== undefined && !visited.has(current)) {
      visited.add(current)
      const team = byName.get(current) ?? bySpelling.get(canonicalName(current))
      if (team !== undefined) return team
      current = renamed.get(canonicalName(current))
    }
    return undefined
  }

  const match = (name: string): RosterMatch => {
    const official = byName.get(name)
    if (official !== undefined) return { kind: 'official', team: official }
    const canonical = canonicalName(name)
    const alias = follow(aliases, canonical)
    if (alias !== undefined) return { kind: 'alias', team: alias }
    const spelling = bySpelling.get(canonical)
    if (spelling !== undefined) return { kind: 'spelling', team: spelling }
    const successor = follow(renamed, canonical)
    if (successor !== undefined) return { kind: 'renamed', team: successor }
    const former = formerly().get(canonical)
    if (former !== undefined) {
      const wasOfficial = options.asOfDay !== undefined && former > options.asOfDay
      return { kind: wasOfficial ? 'former' : 'retired', retiredOn: former }
    }
    if (retired.has(canonical)) return { kind: 'retired' }
    const found = deliverableNamed(name) ?? deliverableNamed(name.toLowerCase())
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
    deliverable: deliverableNamed,
    isOfAnotherTime: options.isOfAnotherTime ?? false,
    knowsFormer: options.legacy !== undefined,
    position: (name) => positions.get(name) ?? -1,
    exempt: (name) => exempt.get(canonicalName(name)),
  }
}

/** The teams with lines and columns, which are computed only when a finding needs them. */
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
