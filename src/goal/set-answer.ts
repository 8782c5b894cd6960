/** Sets the answer of a team, and keeps everything else that the team wrote. */
import { isSame } from '../text/index.ts'
import { entryFacts } from './facts.ts'
import type { Entry, Goal, Team } from './schema.ts'
import { readsAsNone } from './spellings.ts'
import { teamStatus } from './status.ts'
import type { Status } from './statuses.ts'

export interface AnswerChange {
  /** The deliverable, instead of the team as a whole. */
  deliverable?: string
  status?: Status
  /** The reason: a paragraph before the artifacts, or after the status of the deliverable. */
  reason?: string
  /** Artifacts to add: URLs. */
  planning?: string
  completion?: string
}

/** The goal with the answers of these teams changed. */
export function withAnswers(goal: Goal, teams: ReadonlySet<string>, change: AnswerChange): Goal {
  return { ...goal, teams: goal.teams?.map((team) => (teams.has(team.name) ? withAnswer(team, change) : team)) }
}

/** The team with its answer changed; the same object if nothing changes. */
function withAnswer(team: Team, change: AnswerChange): Team {
  const { deliverable, status, reason, planning, completion } = change
  const answered: Team = {
    ...team,
    ...withArtifact(team, 'planning', planning, deliverable),
    ...withArtifact(team, 'completion', completion, deliverable),
  }
  // `n/a` that follows from None goes with it.
  const { status: before, ...rest } = team
  const isAdded = !isSame(answered.planning, team.planning) || !isSame(answered.completion, team.completion)
  if (before === 'n/a' && isAdded && teamStatus(rest) === before) delete answered.status
  if (deliverable !== undefined) {
    return status === undefined && reason === undefined ? answered : withDeliverable(answered, deliverable, status, reason)
  }
  if (status !== undefined) Object.assign(answered, withStatus(answered, status))
  if (reason !== undefined) answered.note = withNote(team.note, reason)
  return answered
}

/** People write None below both labels if there is nothing to do; any other status is stated. */
function withStatus(team: Team, status: Status): Partial<Team> {
  const isEmpty = [team.planning, team.completion].every((entries) => (entries ?? []).length === 0)
  const none = status === 'n/a' && isEmpty && team.planning !== undefined && team.completion !== undefined
  return { status, ...(none ? { planning: ['None'], completion: ['None'] } : {}) }
}

function withNote(note: string | undefined, reason: string): string {
  if (note === undefined || note === '') return reason
  return paragraphsOf(note).includes(paragraphsOf(reason)) ? note : `${note}\n\n${reason}`
}

/** The paragraphs of a text, with a blank line around each. */
function paragraphsOf(text: string): string {
  const paragraphs = text.split(/\n[ \t]*\n/).map((paragraph) => paragraph.trim())
  return `\n\n${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n\n`
}

/** An artifact replaces None, and is added only once. */
function withArtifact(team: Team, key: 'planning' | 'completion', url: string | undefined, deliverable: string | undefined) {
  if (url === undefined) return {}
  const entry: Entry = deliverable === undefined ? url : { name: deliverable, url }
  const entries = team[key] ?? []
  const isThere = entries.some((own) => isSame(own, entry) || (entryFacts(own).url === url && namesIt(own, deliverable)))
  if (isThere) return {}
  const kept = entries.filter((own) => !(typeof own === 'string' && readsAsNone(own)))
  const form = team.written?.[key]
  // The line of the label has room for only one entry. If None was there, a list now follows instead.
  const { [key]: _, ...written } = team.written ?? {}
  const rest =
    form?.as === 'inline' ? { ...written, ...(form.label === undefined ? {} : { [key]: { label: form.label } }) } : team.written
  return { [key]: [...kept, entry], ...(rest && Object.keys(rest).length > 0 ? { written: rest } : { written: undefined }) }
}

function namesIt(entry: Entry, deliverable: string | undefined): boolean {
  return deliverable === undefined || entryFacts(entry).text === deliverable
}

function withDeliverable(team: Team, name: string, status: Status | undefined, reason: string | undefined): Team {
  const deliverables = team.deliverables ?? []
  const before = deliverables.find((one) => one.name === name) ?? { name }
  const { state, ...rest } = before
  const after = {
    ...(status === undefined ? before : { ...rest, status }),
    ...(reason === undefined ? {} : { note: reason }),
  }
  const isKnown = deliverables.includes(before)
  return { ...team, deliverables: isKnown ? deliverables.map((one) => (one === before ? after : one)) : [...deliverables, after] }
}
