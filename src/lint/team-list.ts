/** Makes the teams of a goal agree with the official list: missing, renamed and former teams. Every change is a separate step, so that each
 * finds its section by its neighbours.
 */
import { type Goal, listsOnlyStates, type Team } from '../goal/index.ts'
import type { Roster, RosterMatch } from '../roster/index.ts'
import { canonicalName } from '../text/index.ts'
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
  step(goal: Goal): Goal
}

/** The differences; after all their steps, in order, there are none. */
export function teamListFaults(goal: Goal, roster: Roster, options: TeamListOptions): TeamListFault[] {
  const faults: TeamListFault[] = []
  let now = goal
  const add = (fault: TeamListFault) => {
    faults.push(fault)
    now = fault.step(now)
  }
  for (const { name } of teamsIn(goal)) {
    const fault = faultOf(name, now, roster, options)
    if (fault) add(fault)
  }
  if (!roster.isOfAnotherTime && !listsOnlyStates(teamsIn(goal)))
    for (const { name } of roster.teams) {
      const names = teamsIn(now).map((team) => team.name)
      if (names.some((own) => roster.find(own)?.name === name) || roster.exempt(name) !== undefined) continue
      add(missingTeam(name, names, roster))
    }
  return faults
}

/** The teams of a goal; none if it does not state them. */
function teamsIn(goal: Goal): readonly Team[] {
  return goal.teams ?? []
}

/** The steps that correct the faults. A renamed section is found by its neighbours, so each rename is a separate step. */
export function correctionsOf(faults: readonly TeamListFault[]): ((goal: Goal) => Goal)[] {
  const others = faults.filter(({ kind }) => kind !== 'renamed')
  const together = (goal: Goal) => others.reduce((now, { step }) => step(now), goal)
  const renames = faults.filter(({ kind }) => kind === 'renamed').map(({ step }) => step)
  return others.length > 0 ? [...renames, together] : renames
}

function faultOf(name: string, goal: Goal, roster: Roster, options: TeamListOptions): TeamListFault | undefined {
  const match = roster.match(name)
  if (match.kind === 'official' || match.kind === 'alias' || match.kind === 'former' || roster.exempt(name) !== undefined)
    return undefined
  const teams = teamsIn(goal)
  if (match.kind === 'renamed' || match.kind === 'spelling') {
    const wanted = match.team.name
    const isTaken = teams.some((team) => team.name !== name && roster.find(team.name)?.name === wanted)
    if (!isTaken) {
      const message = `Team \`${name}\` ${match.kind === 'renamed' ? 'was renamed' : 'is spelled differently'}; use \`${wanted}\``
      return {
        kind: 'renamed',
        team: name,
        at: name,
        message,
        step: (one) => withTeams(one, (team) => (team.name === name ? { ...team, name: wanted } : team)),
      }
    }
  }
  const sentence = whyNoTeam(match)
  const team = teams.find((one) => one.name === name)
  const isEmpty = team !== undefined && saysNothing(team, sentence)
  if (options.retired === 'remove' && isEmpty)
    return {
      kind: 'retired',
      team: name,
      at: name,
      message: `Empty section for \`${name}\`: ${sentence}`,
      step: (one) => withTeams(one, (own) => (own.name === name ? undefined : own)),
    }
  if (team?.note !== undefined && paragraphs(team.note).includes(`${sentence}.`)) return undefined
  return {
    kind: 'retired',
    team: name,
    at: name,
    message: `Section for \`${name}\`: ${sentence}`,
    step: (one) => withTeams(one, (own) => (own.name === name ? marked(own, sentence) : own)),
  }
}

/** The sentence that marks a section. */
function whyNoTeam(match: RosterMatch): string {
  if (match.kind === 'retired') return `The team was retired${match.retiredOn ? ` on ${match.retiredOn}` : ''}`
  if (match.kind === 'renamed' || match.kind === 'spelling')
    return `The team is called ${match.team.name}, which has its own section`
  if (match.kind === 'deliverable') return `This is a deliverable of ${match.team.name}`
  return 'This is not an official team'
}

function missingTeam(name: string, names: readonly string[], roster: Roster): TeamListFault {
  const index = indexesAmong(names, orderOf(names, roster))(name)
  const next = names[index]
  return {
    kind: 'missing',
    team: name,
    at: next,
    message: `Missing team \`${name}\`; it belongs ${next === undefined ? 'at the end' : `before \`${next}\``}`,
    step(goal) {
      const teams = teamsIn(goal)
      if (teams.some((team) => team.name === name)) return goal
      const at = next === undefined ? -1 : teams.findIndex((team) => canonicalName(team.name) === canonicalName(next))
      const place = at < 0 ? teams.length : at
      return { ...goal, teams: [...teams.slice(0, place), { name, planning: [], completion: [] }, ...teams.slice(place)] }
    },
  }
}

function withTeams(goal: Goal, change: (team: Team) => Team | undefined): Goal {
  return { ...goal, teams: teamsIn(goal).flatMap((team) => change(team) ?? []) }
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
