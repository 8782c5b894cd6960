/** The changes of goals between two revisions: teams and their answers, states, criteria and text. */
import { compareGoals, type Difference, type DocumentOptions, textOf } from '../../document/index.ts'
import { type Goal, type Team, teamStatus } from '../../goal/index.ts'
import { canonicalName, firstByKey, nearest } from '../../text/index.ts'
import type { Change, GoalChanges, TeamChange } from './schema.ts'

interface Side {
  shown: string
  goal: Goal
  /** The options for reading the document of the goal. */
  lens?: DocumentOptions
}

/** The changes of a goal; `undefined` if only the notation changed. */
export function changesOf(before: Side | undefined, after: Side | undefined): GoalChanges | undefined {
  const side = (after ?? before)!
  const base = { path: side.shown, title: side.goal.title, teams: [], criteria: [], text: [] }
  if (!before || !after)
    return { ...base, kind: after ? 'added' : 'removed', teams: answersOf(side.goal, after ? 'added' : 'removed') }
  const found = compareGoals(before.goal, after.goal, after.lens).filter(isMeant)
  const teams = teamChanges(before.goal, after.goal, found)
  const isOf = (key: string) => (difference: Difference) => difference.path[0] === key
  const criteria = found.filter(isOf('criteria')).map(changeOf)
  const text = found.filter((one) => !isOf('criteria')(one) && !isOf('teams')(one)).map(changeOf)
  const isMoved = before.shown !== after.shown
  if (!isMoved && teams.length + criteria.length + text.length === 0) return undefined
  return { ...base, kind: isMoved ? 'moved' : 'changed', ...(isMoved ? { was: before.shown } : {}), teams, criteria, text }
}

/** Keys for how something is written; their changes do not change the meaning. */
const notationKeys = new Set(['label', 'as', 'list', 'indent', 'written', 'layout'])

function isMeant({ kind, path, a, b }: Difference): boolean {
  // An added word moves line breaks, which is no change of its own.
  if (kind === 'changed' && said(a) === said(b)) return false
  // A label without text below it is the same as no label.
  if (said(a) === '' && said(b) === '') return false
  return path[0] !== 'layout' && path[0] !== 'profile' && !notationKeys.has(String(path.at(-1)))
}

function said(value: unknown): string {
  return textOf(value).replace(/\s+/g, ' ').trim()
}

/** The teams of a goal that was added or removed, if they have answered. */
function answersOf(goal: Goal, kind: 'added' | 'removed'): TeamChange[] {
  return (goal.teams ?? []).flatMap((team) => {
    const status = teamStatus(team)
    return status === 'unanswered'
      ? []
      : [{ name: team.name, kind, [kind === 'added' ? 'after' : 'before']: status, changes: [] }]
  })
}

function teamChanges(before: Goal, after: Goal, found: readonly Difference[]): TeamChange[] {
  const teamsByName = ({ teams = [] }: Goal) => firstByKey(teams, ({ name }) => name)
  const [earlier, later] = [teamsByName(before), teamsByName(after)]
  const pairs = found
    .filter(({ kind, path }) => path[0] === 'teams' && path.length === 3 && kind === 'renamed')
    .map(({ a, b }) => ({ was: String(a), name: String(b) }))
  const isRenamed = ({ was, name }: { was: string; name: string }) => isSameTeam(earlier.get(was), later.get(name))
  const renamed = new Map(pairs.filter(isRenamed).map(({ was, name }) => [was, name]))
  const replaced = new Map(pairs.filter((pair) => !isRenamed(pair)).map(({ was, name }) => [was, name]))
  const replacing = new Set(replaced.values())
  const old = new Map([...renamed].map(([was, name]) => [name, was]))
  const changes = new Map<string, TeamChange>()
  const add = (name: string, [left, right]: readonly [Team | undefined, Team | undefined]): TeamChange => {
    const was = old.get(name)
    const made: TeamChange = changes.get(name) ?? {
      name,
      kind: !left ? 'added' : !right ? 'removed' : was === undefined ? 'changed' : 'renamed',
      ...(was === undefined ? {} : { was }),
      ...statusOf('before', left),
      ...statusOf('after', right),
      changes: [],
    }
    changes.set(name, made)
    return made
  }
  for (const [was, name] of replaced) {
    add(was, [earlier.get(was), undefined])
    add(name, [undefined, later.get(name)])
  }
  const order = [...later.keys(), ...earlier.keys()]
  const places = firstByKey(order.keys(), (place) => order[place]!)
  // The first teams of a goal, and the last ones, are one difference.
  const ofTeams = found
    .filter(({ path }) => path[0] === 'teams')
    .flatMap((one) => (one.path.length > 1 ? [one] : order.map((name) => ({ ...one, path: ['teams', name] }))))
  for (const difference of ofTeams) {
    const { kind, path } = difference
    const said = String(path[1])
    if (replaced.has(said) || replacing.has(said)) continue
    const name = renamed.get(said) ?? said
    const [left, right] = [earlier.get(old.get(name) ?? name), later.get(name)]
    const change = add(name, [left, right])
    // The status is shown next to the name of the team.
    const isStatus = path.length === 3 && path[2] === 'status'
    if (left && right && kind !== 'renamed' && !isStatus) change.changes.push(changeOf(difference))
  }
  return [...changes.values()].sort((a, b) => places.get(a.name)! - places.get(b.name)!)
}

/** Whether a removed team and the team that replaced it are the same one: their names are similar, or their answers are equal. */
function isSameTeam(a: Team | undefined, b: Team | undefined): boolean {
  if (!a || !b) return false
  if (nearest(canonicalName(a.name), [canonicalName(b.name)]) !== undefined) return true
  const answer = ({ planning = [], completion = [], note = '', deliverables = [] }: Team) =>
    said([planning, completion, note, deliverables])
  return answer(a) !== '' && answer(a) === answer(b)
}

function statusOf(key: 'before' | 'after', team: Team | undefined) {
  return team ? { [key]: teamStatus(team) } : {}
}

function changeOf({ kind, path, a, b }: Difference): Change {
  const keys = path.filter((key) => typeof key === 'string').slice(path[0] === 'teams' ? 2 : path[0] === 'sections' ? 1 : 0)
  return {
    kind: kind === 'renamed' ? 'changed' : kind,
    of: keys.filter((key) => key !== 'title').join(', ') || String(path[0]),
    ...(a === undefined ? {} : { before: said(a) }),
    ...(b === undefined ? {} : { after: said(b) }),
  }
}
