/** Makes the teams of a goal agree with the official list: missing, renamed and former teams. */
import { type Goal, listsOnlyStates, type Team } from '../goal/index.ts'
import type { Roster, RosterMatch } from '../roster/index.ts'
import { addTo, canonicalName, firstByKey } from '../text/index.ts'
import { indexesAmong, orderOf } from './teams.ts'

export interface TeamListOptions {
  /** What happens to a section of something that is not an official team: a sentence is added, or the section is removed if it contains no
   * answer.
   */
  retired: 'mark' | 'remove'
}

/** A difference from the list, and the step that corrects it. */
export interface TeamListFault {
  kind: 'missing' | 'renamed' | 'retired'
  team: string
  /** The team at whose section it is reported; by default the last one. */
  at?: string | undefined
  /** One sentence without a full stop. */
  message: string
  change: TeamChange
}

/** What happens to the teams of a name, or where a new one is added. */
type TeamChange = { name: string; to: (team: Team) => Team | undefined } | { add: string; before: string | undefined }

/** The differences; after their corrections there are none. */
export function teamListFaults(goal: Goal, roster: Roster, options: TeamListOptions): TeamListFault[] {
  const teams = firstByKey(teamsIn(goal), ({ name }) => name)
  const listed = listedNames(teams.keys(), roster)
  const faults = [...teams.values()].flatMap((team) => {
    const fault = faultOf(team, listed, roster, options)
    if (fault && 'name' in fault.change) listed.replace(team.name, fault.change.to(team)?.name)
    return fault ?? []
  })
  if (roster.isOfAnotherTime || listsOnlyStates(teamsIn(goal))) return faults
  const names = teamsIn(corrected(goal, faults)).map(({ name }) => name)
  const missing = roster.teams.filter(({ name }) => !listed.has(name) && roster.exempt(name) === undefined)
  return [
    ...faults,
    ...missingTeams(
      missing.map(({ name }) => name),
      names,
      roster,
    ),
  ]
}

/** The teams of a goal; none if it does not state them. */
function teamsIn(goal: Goal): readonly Team[] {
  return goal.teams ?? []
}

/** The steps that correct the faults. A renamed section is found by its neighbours, so no step renames two neighbours. */
export function correctionsOf(faults: readonly TeamListFault[]): ((goal: Goal) => Goal)[] {
  const renames = faults.filter(({ kind }) => kind === 'renamed')
  const steps = [
    renames.filter((_, index) => index % 2 === 0),
    renames.filter((_, index) => index % 2 === 1),
    faults.filter(({ kind }) => kind !== 'renamed'),
  ]
  return steps.filter((step) => step.length > 0).map((step) => (goal) => corrected(goal, step))
}

/** The goal after the changes of some faults. */
function corrected(goal: Goal, faults: readonly TeamListFault[]): Goal {
  const changes = new Map(faults.flatMap(({ change }) => ('name' in change ? [[change.name, change.to] as const] : [])))
  const kept = teamsIn(goal).flatMap((team) => {
    const to = changes.get(team.name)
    return to ? (to(team) ?? []) : team
  })
  const own = new Set(kept.map(({ name }) => name))
  const added = faults.flatMap(({ change }) => ('add' in change && !own.has(change.add) ? change : []))
  if (added.length === 0) return { ...goal, teams: kept }
  // A new team may stand before another new one.
  const before = new Map<string | undefined, string[]>()
  for (const { add, before: next } of added) addTo(before, nameKey(next), add)
  const inFront = (next: string | undefined): Team[] =>
    (before.get(nameKey(next)) ?? []).flatMap((name) => [...inFront(name), { name, planning: [], completion: [] }])
  return { ...goal, teams: [...kept.flatMap((team) => [...inFront(team.name), team]), ...inFront(undefined)] }
}

function nameKey(name: string | undefined): string | undefined {
  return name === undefined ? undefined : canonicalName(name)
}

/** The names of the teams of a goal, by the official teams that they mean. */
interface ListedNames {
  has(official: string): boolean
  /** Whether another name than this one means the official team. */
  hasOther(official: string, name: string): boolean
  replace(name: string, by: string | undefined): void
}

function listedNames(names: Iterable<string>, roster: Roster): ListedNames {
  const byTeam = new Map<string, Set<string>>()
  const add = (name: string) => {
    const official = roster.find(name)?.name
    if (official !== undefined) byTeam.set(official, (byTeam.get(official) ?? new Set()).add(name))
  }
  for (const name of names) add(name)
  return {
    has: (official) => (byTeam.get(official)?.size ?? 0) > 0,
    hasOther: (official, name) => [...(byTeam.get(official) ?? [])].some((own) => own !== name),
    replace(name, by) {
      byTeam.get(roster.find(name)?.name ?? '')?.delete(name)
      if (by !== undefined) add(by)
    },
  }
}

function faultOf(team: Team, listed: ListedNames, roster: Roster, options: TeamListOptions): TeamListFault | undefined {
  const { name } = team
  const match = roster.match(name)
  if (match.kind === 'official' || match.kind === 'alias' || match.kind === 'former' || roster.exempt(name) !== undefined)
    return undefined
  const fault = { team: name, at: name }
  if (match.kind === 'renamed' || match.kind === 'spelling') {
    const wanted = match.team.name
    if (!listed.hasOther(wanted, name)) {
      const message = `Team \`${name}\` ${match.kind === 'renamed' ? 'was renamed' : 'is spelled differently'}; use \`${wanted}\``
      return { ...fault, kind: 'renamed', message, change: { name, to: (own) => ({ ...own, name: wanted }) } }
    }
  }
  const sentence = whyNoTeam(match)
  if (options.retired === 'remove' && saysNothing(team, sentence)) {
    const message = `Empty section for \`${name}\`: ${sentence}`
    return { ...fault, kind: 'retired', message, change: { name, to: () => undefined } }
  }
  if (team.note !== undefined && paragraphs(team.note).includes(`${sentence}.`)) return undefined
  const message = `Section for \`${name}\`: ${sentence}`
  return { ...fault, kind: 'retired', message, change: { name, to: (own) => marked(own, sentence) } }
}

/** The sentence that marks a section. */
function whyNoTeam(match: RosterMatch): string {
  if (match.kind === 'retired') return `The team was retired${match.retiredOn ? ` on ${match.retiredOn}` : ''}`
  if (match.kind === 'renamed' || match.kind === 'spelling')
    return `The team is called ${match.team.name}, which has its own section`
  if (match.kind === 'deliverable') return `This is a deliverable of ${match.team.name}`
  return 'This is not an official team'
}

/** Up to so many missing teams and so many teams, the place of each is found among the teams and those that are added before it. */
const mostExact = { missing: 100, teams: 1000 }

function missingTeams(missing: readonly string[], names: readonly string[], roster: Roster): TeamListFault[] {
  const fault = (name: string, next: string | undefined): TeamListFault => ({
    kind: 'missing',
    team: name,
    at: next,
    message: `Missing team \`${name}\`; it belongs ${next === undefined ? 'at the end' : `before \`${next}\``}`,
    change: { add: name, before: next },
  })
  if (missing.length > mostExact.missing || names.length > mostExact.teams) {
    const order = orderOf(names, roster)
    const indexOf = indexesAmong(names, order)
    return missing.toSorted((a, b) => order?.compare(a, b) ?? 0).map((name) => fault(name, names[indexOf(name)]))
  }
  let now = names
  return missing.map((name) => {
    const index = indexesAmong(now, orderOf(now, roster))(name)
    const found = fault(name, now[index])
    now = now.toSpliced(index, 0, name)
    return found
  })
}

function marked(team: Team, sentence: string): Team {
  return { ...team, note: team.note === undefined || team.note === '' ? `${sentence}.` : `${sentence}.\n\n${team.note}` }
}

function paragraphs(note: string): string[] {
  return note.split(/\n[ \t]*\n/).map((paragraph) => paragraph.trim())
}

/** Whether a section contains no answer; the sentence that marks it does not count. */
function saysNothing({ name: _, note, written: __, ...team }: Team, sentence: string): boolean {
  const isPlain = note === undefined || note.trim() === '' || note.trim() === `${sentence}.`
  return isPlain && Object.values(team).every((value) => (Array.isArray(value) ? value.length === 0 : value === undefined))
}
