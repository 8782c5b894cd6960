/** The statuses of the teams of a goal: what its model and its document say now, and since when according to git. */
import {
  type Answer,
  answerOf,
  answersOf,
  type DocumentOptions,
  type OpenDocument,
  openAnswers,
  withUnstatedValues,
} from '../document/index.ts'
import { type Goal, listsOnlyStates, type Status, statuses } from '../goal/index.ts'
import type { Era } from '../lint/index.ts'
import type { AnswerCommit, DeliverableStatus, GoalStatus, StatusReport, TeamStatus } from '../report/index.ts'
import type { ChangeEvidence, GoalEvidence, Roster } from '../roster/index.ts'
import { canonicalName } from '../text/index.ts'
import { statesFrom, withEvidence } from './evidence.ts'
import { answersOfModel, type PastAnswers, pastAnswers } from './past-answers.ts'
import type { FileHistory, Version } from './versions.ts'

/** A goal as its files state it. */
export interface GoalFiles {
  /** The names in messages. */
  shown: string
  shownModel?: string
  /** Absent if there is no document. */
  document?: OpenDocument
  model?: Goal
}

export interface StatusOptions {
  lens: DocumentOptions
  era: Era
  roster?: Roster | undefined
  /** The history of the document, or of the model if there is no document. */
  history?: FileHistory | undefined
  /** The answers in earlier versions, if they were read. */
  past?: readonly PastAnswers[]
  /** The results of the changes for the goal. */
  evidence?: GoalEvidence | undefined
}

/** The goal as stated by the model, with the rest from the document. */
export function goalOfFiles({ document, model }: Pick<GoalFiles, 'document' | 'model'>): Goal {
  const said = document?.goal
  return model === undefined ? (said ?? { title: '' }) : said === undefined ? model : withUnstatedValues(said, model)
}

export function goalStatus(files: GoalFiles, options: StatusOptions): GoalStatus {
  const { lens, era, roster, history, evidence } = options
  const { document } = files
  const stated = goalOfFiles(files)
  const goal = evidence && roster ? withEvidence(stated, evidence, roster) : stated
  const answersIn = openAnswers(lens)
  const read = document ? answersIn : answersOfModel
  const written = document ? answersIn(document.reading) : answersOf(stated)
  const isCut = history?.isCut ?? false
  const past = options.past ?? pastAnswers(history, read)
  const keyOf = (name: string) => canonicalName(roster?.find(name)?.name ?? name)
  const known = new Map<readonly Answer[], Map<string, Answer>>()
  /** The answers of a version by team; if a team answers twice, the first answer counts. */
  const byKey = (answers: readonly Answer[]) => {
    const before = known.get(answers)
    const answered = before ?? new Map(answers.toReversed().map((answer) => [keyOf(answer.name), answer]))
    if (!before) known.set(answers, answered)
    return answered
  }
  const said = (goal.teams ?? []).map((team): TeamStatus => {
    const key = keyOf(team.name)
    const find = (answers: readonly Answer[]) => byKey(answers).get(key)
    const moments = momentsOf(past, find)
    const { status, deliverables } = answerOf(team)
    const text = find(written)?.text
    return {
      name: team.name,
      status,
      ...saidAs('since', moments, (answer) => answer.status === status, isCut),
      ...saidAs('last', moments, (answer) => answer.text === text, isCut),
      ...(roster ? { isOfficial: ['official', 'spelling', 'alias', 'former'].includes(roster.match(team.name).kind) } : {}),
      deliverables: deliverables.map((own): DeliverableStatus => {
        const isSame = (answer: Answer) => answer.deliverables.find(({ name }) => name === own.name)?.status === own.status
        return { ...own, ...saidAs('since', moments, isSame, isCut) }
      }),
    }
  })
  const teams = evidence && roster ? withChanges(said, evidence, roster) : said
  return {
    path: files.shown,
    ...(files.shownModel === undefined ? {} : { model: files.shownModel }),
    title: goal.title,
    ...(era.release ? { release: era.release.number ?? era.release.name } : {}),
    isOver: era.isOver,
    counts: countsOfTeams(teams),
    teams,
    missing: goal.teams === undefined ? [] : missingTeams(goal, roster),
    ...(evidence ? { changes: { ...changeCounts(evidence), strangers: evidence.strangers } } : {}),
  }
}

/** The teams with the results of their changes. A team without a section is included if it has a change, or if the goal has no
 * sections.
 */
function withChanges(teams: readonly TeamStatus[], evidence: GoalEvidence, roster: Roster): TeamStatus[] {
  const present = new Set(teams.map(({ name }) => roster.find(name)?.name))
  const others = evidence.teams.filter(({ team, state }) => !present.has(team) && (state !== 'none' || teams.length === 0))
  const added = others.map((found): TeamStatus => {
    const answer = answerOf({ name: found.team, deliverables: statesFrom(found) })
    return { name: found.team, status: answer.status, isOfficial: true, deliverables: [...answer.deliverables] }
  })
  return [...teams, ...added].map((team) => {
    const found = evidence.teams.find((one) => one.team === roster.find(team.name)?.name)
    if (!found) return team
    const { team: _, deliverables, ...changes } = found
    const own = team.deliverables.map((one): DeliverableStatus => {
      const said = deliverables.find(({ name }) => name === one.name)
      return said ? { ...one, changes: changesOf(said) } : one
    })
    const rest = deliverables.filter(({ name }) => !own.some((one) => one.name === name))
    const silent = rest.map((one): DeliverableStatus => ({ name: one.name, status: 'unanswered', changes: changesOf(one) }))
    return { ...team, changes, deliverables: [...own, ...silent] }
  })
}

function changesOf({ name: _, ...changes }: ChangeEvidence & { name: string }): ChangeEvidence {
  return changes
}

function changeCounts({ merged, open, abandoned }: GoalEvidence) {
  return { merged, open, abandoned }
}

/** Official teams without a section. */
function missingTeams({ teams = [] }: Goal, roster: Roster | undefined): string[] {
  if (!roster || roster.isOfAnotherTime || listsOnlyStates(teams)) return []
  const present = new Set(teams.map(({ name }) => roster.find(name)?.name))
  return roster.names.filter((name) => !present.has(name) && roster.exempt(name) === undefined)
}

export function countsOfTeams(teams: readonly { status: Status }[]): StatusReport['counts'] {
  const count = (status: Status) => teams.filter((team) => team.status === status).length
  return Object.fromEntries(statuses.map((status) => [status, count(status)])) as StatusReport['counts']
}

/** What a team answered in a version. */
interface Moment {
  version: Version
  answer: Answer
  /** Whether there is no earlier version. */
  isFirst: boolean
}

/** The answers of one team, newest first, back to the version that added it. */
function momentsOf(
  past: readonly { version: Version; answers: readonly Answer[] }[],
  find: (answers: readonly Answer[]) => Answer | undefined,
): Moment[] {
  const found = past.map(({ version, answers }, index) => ({
    version,
    answer: find(answers),
    isFirst: index === past.length - 1,
  }))
  const end = found.findIndex(({ answer }) => answer === undefined)
  return (end < 0 ? found : found.slice(0, end)) as Moment[]
}

/** The commit since which the answers are unchanged; `undefined` if they are not committed, or are older than a shallow history. */
function saidAs(key: 'since' | 'last', moments: readonly Moment[], isSame: (answer: Answer) => boolean, isCut: boolean) {
  const end = moments.findIndex(({ answer }) => !isSame(answer))
  const first = moments[(end < 0 ? moments.length : end) - 1]
  if (!first || (first.isFirst && isCut)) return {}
  const { day, author, commit } = first.version
  return { [key]: { day, by: author, commit } satisfies AnswerCommit }
}
