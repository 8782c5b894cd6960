/** The edits of `goaldoc set`: sets the answers of teams in model and document. */
import { type AnswerChange, type Goal, teamStatus, withAnswers } from '../goal/index.ts'
import type { Roster } from '../roster/index.ts'
import { canonicalName, nearest } from '../text/index.ts'
import { cannot } from './errors.ts'
import { afterSteps, type EditedGoal, type PlannedCommit } from './goal-edits.ts'

export interface AnswersToSet {
  files: EditedGoal
  goal: Goal
  roster?: Roster | undefined
  /** Names of teams as the user wrote them; empty for all unanswered teams. */
  names: readonly string[]
  isAllUnanswered: boolean
  change: AnswerChange
}

/** The selected teams, by their names in the goal. Throws a `CannotError` for a team that the goal does not have. */
export function teamsToSet({ files, goal, roster, names, isAllUnanswered, change }: AnswersToSet): string[] {
  const teams = goal.teams ?? []
  if (isAllUnanswered)
    return teams
      .filter((team) => teamStatus(team) === 'unanswered' && roster?.exempt(team.name) === undefined)
      .map(({ name }) => name)
  const wanted = names.length > 0 ? names : [teamOfDeliverable(goal, roster, change.deliverable!)]
  const found = wanted.map((name) => {
    const official = roster?.find(name)
    const team =
      teams.find((one) => one.name === name) ??
      teams.find((one) => canonicalName(one.name) === canonicalName(name)) ??
      (official && teams.find((one) => roster?.find(one.name) === official))
    if (team) return team
    const { document, shown, model } = files
    const written = document?.goal.teams ?? []
    if (written.some((one) => canonicalName(one.name) === canonicalName(name)))
      throw cannot(`set ${name}`, `it is in ${shown} and not in ${model!.shown}`, 'Take it in with `goaldoc pull`')
    if (teams.length === 0)
      throw cannot(
        `set ${name}`,
        `${shown} has no sections for teams`,
        'Add the section of the team to the model or the document',
      )
    if (official) throw cannot(`set ${name}`, `\`${official.name}\` has no section`, 'Add it with `goaldoc teams sync`')
    const meant = nearest(name, [...teams.map((one) => one.name), ...(roster?.names ?? [])])
    throw cannot(`set ${name}`, 'there is no such team', meant ? `The nearest name is \`${meant}\`` : 'Check the name')
  })
  for (const team of found) checkDeliverable(goal, roster, team.name, change.deliverable)
  return [...new Set(found.map(({ name }) => name))]
}

function teamOfDeliverable(goal: Goal, roster: Roster | undefined, deliverable: string): string {
  const stated = goal.teams?.find((team) => team.deliverables?.some(({ name }) => name === deliverable))
  const owner = stated?.name ?? roster?.deliverable(deliverable)?.team.name
  if (owner !== undefined) return owner
  const meant = nearest(deliverable, roster?.projects ?? [])
  throw cannot(
    `set ${deliverable}`,
    'it is not a deliverable of an official team',
    meant ? `The nearest name is \`${meant}\`` : 'Name its team with `--team`',
  )
}

/** If the team list contains the deliverable, the team must be its owner. */
function checkDeliverable(goal: Goal, roster: Roster | undefined, team: string, deliverable: string | undefined): void {
  if (deliverable === undefined) return
  const official = roster?.find(team)
  const stated = goal.teams?.find(({ name }) => name === team)?.deliverables ?? []
  if (!official || stated.some(({ name }) => name === deliverable)) return
  const own = official.deliverables.map(({ name }) => name)
  if (own.includes(deliverable)) return
  const meant = nearest(deliverable, own)
  throw cannot(
    `set ${deliverable}`,
    `it is not a deliverable of \`${official.name}\``,
    meant ? `The nearest name is \`${meant}\`` : 'Check the name',
  )
}

/** Characters that are read for commits of one team each: five times what the largest goal of OpenStack takes. */
const mostReadAgain = 10_000_000

/** The edits: one for all teams, or one for each team with its own commit message. */
export function planAnswers(files: EditedGoal, teams: readonly string[], change: AnswerChange, isEach: boolean): PlannedCommit[] {
  const groups = isEach ? teams.map((team) => [team]) : [teams]
  const length = Math.max(files.document?.source.length ?? 0, files.model?.text.length ?? 0)
  if (isEach && teams.length * length > mostReadAgain)
    throw cannot(
      `make ${teams.length} commits`,
      `${files.shown} is too large to be read again for each`,
      'Name fewer teams, or make one commit for all',
    )
  const commits: PlannedCommit[] = []
  let now = files
  for (const group of groups) {
    const step = (goal: Goal) => withAnswers(goal, new Set(group), change)
    const { edits, after } = afterSteps(now, [step])
    if (edits.length > 0) commits.push({ edits, message: messageOf(files, group, change) })
    now = after
  }
  return commits
}

function messageOf(
  { shown }: EditedGoal,
  teams: readonly string[],
  { deliverable, status, reason, planning, completion }: AnswerChange,
) {
  const slug = shown.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')
  const who = teams.length === 1 ? teams[0] : `${teams.length} teams`
  const what = status ?? (completion === undefined ? (planning === undefined ? 'a note' : 'planning') : 'completion')
  const subject = `${slug}: ${who}${deliverable === undefined ? '' : ` (${deliverable})`}: ${what}`
  const body = [
    ...(reason === undefined ? [] : [reason]),
    ...(teams.length > 1 ? [`Teams: ${teams.join(', ')}`] : []),
    [planning, completion].filter((url) => url !== undefined).join('\n'),
  ].filter((part) => part !== '')
  return `${[subject, ...body].join('\n\n')}\n`
}
