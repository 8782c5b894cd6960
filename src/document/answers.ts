/** Reads the answers of teams from the versions of a document. Sections that are equal in several versions are read only once. */
import { deliverableStatuses, type Goal, type Status, type Team, teamStatus } from '../goal/index.ts'
import { readDocument } from './read.ts'
import type { DocumentOptions, Reading } from './reading.ts'

export interface Answer {
  name: string
  status: Status
  deliverables: readonly { name: string; status: Status }[]
  /** The text of the answer, to tell whether it changed. */
  text: string
}

/** The answers of a team. */
export function answerOf(team: Team, text = JSON.stringify(team)): Answer {
  return { name: team.name, status: teamStatus(team), deliverables: deliverableStatuses(team), text }
}

/** The answers in a goal. */
export function answersOf(goal: Goal): Answer[] {
  return (goal.teams ?? []).map((team) => answerOf(team))
}

/** Reads the answers in versions of one document, as text or already read. */
export function openAnswers(options: DocumentOptions = {}): (version: string | Reading) => Answer[] {
  const known = new Map<string, Answer>()
  return (version) => {
    const { source, sections, profile } = typeof version === 'string' ? readDocument(version, options) : version
    return (sections.find(({ teams }) => teams)?.teams ?? []).map((team) => {
      const text = source.slice(team.heading.end, Math.max(team.end, team.heading.end)).trim()
      const key = `${profile.name}\0${team.key}\0${text}`
      const answer = known.get(key) ?? answerOf(team.value, text)
      known.set(key, answer)
      return answer
    })
  }
}
