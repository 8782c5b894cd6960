/** Compares two goals, for people and for the linter. */
import { type Goal, isWholeDocument, nameOf, type Path, type Places, positionsOf } from '../goal/index.ts'
import { commonSubsequence, firstByKey, isSame, type Place } from '../text/index.ts'
import { profileOf } from './builtin.ts'
import { combinedByEdit } from './combined-differences.ts'
import { type FoundDifference, findDifferences, type SeenValue } from './differences.ts'
import { meaningOf } from './meaning/index.ts'
import { sectionsInOrder } from './order.ts'
import type { Profile } from './profile.ts'
import type { DocumentOptions } from './reading.ts'

const differenceKinds = ['added', 'removed', 'changed', 'moved', 'renamed'] as const

/** One difference from `a` to `b`. A value that only `b` has is `added`, one that only `a` has is `removed`. */
export interface Difference {
  kind: (typeof differenceKinds)[number]
  /** Keys from the root of the goal; teams and free sections by name, other entries by index. */
  path: Path
  a?: unknown
  b?: unknown
  /** The places of the two values, if the goals were read from text. For a missing value, the place where it belongs. */
  places: { a?: Place; b?: Place }
}

/** The semantic differences, one for each edit: the same value in another notation does not count.
 *
 * A goal that is not the whole document states only some values; a value that it leaves out is not a difference.
 */
export function compareGoals(a: Goal, b: Goal, options: Pick<DocumentOptions, 'profile' | 'profiles'> = {}): Difference[] {
  const places = { a: positionsOf(a), b: positionsOf(b) }
  return combinedByEdit(findGoalDifferences(a, b, options).map((found) => differenceOf(found, a, b, places)))
}

/** Like `compareGoals`, with the paths in both goals. */
export function findGoalDifferences(
  a: Goal,
  b: Goal,
  { profile, profiles = [] }: Pick<DocumentOptions, 'profile' | 'profiles'> = {},
): FoundDifference[] {
  // Usually nothing differs, and what is equal letter by letter needs no look at its meaning.
  if (JSON.stringify(a) === JSON.stringify(b)) return []
  const profileFor = (goal: Goal) => profile ?? profiles.find(({ name }) => name === goal.profile) ?? profileOf(goal)
  const [left, right] = [
    { goal: withNotationOf(a, b), profile: profileFor(a) },
    { goal: withNotationOf(b, a), profile: profileFor(b) },
  ]
  const equal = left.profile === right.profile ? equalKeys(left.goal, right.goal) : noKeys
  const found = findDifferences(meaningOf(left.goal, left.profile, equal), meaningOf(right.goal, right.profile, equal), {
    a: !isWholeDocument(a),
    b: !isWholeDocument(b),
  })
  if (isWholeDocument(a) && isWholeDocument(b)) return [...found, ...moved(left, right)]
  return [
    ...found,
    ...gone(a, b).map(({ at, seen }): FoundDifference => ({ kind: 'added', a: at, b: seen })),
    ...gone(b, a).map(({ at, seen }): FoundDifference => ({ kind: 'removed', a: seen, b: at })),
  ]
}

const noKeys: ReadonlySet<string> = new Set()

/** Keys whose values are equal, so that their meaning is, whatever it is. */
function equalKeys(a: Goal, b: Goal): Set<string> {
  return new Set(Object.keys(a).filter((key) => isSame(a[key as keyof Goal], b[key as keyof Goal])))
}

/** A goal that states only a part of the document does not say how its artifacts are written, so that is taken from the other one. */
function withNotationOf(goal: Goal, other: Goal): Goal {
  if (isWholeDocument(goal) || !goal.teams) return goal
  const others = firstByKey(other.teams ?? [], ({ name }) => name)
  const teams = goal.teams.map((team) => ({ written: others.get(team.name)?.written, ...team }))
  return { ...goal, teams }
}

function differenceOf({ kind, a, b }: FoundDifference, left: Goal, right: Goal, places: { a?: Places; b?: Places }): Difference {
  const path = kind === 'removed' || kind === 'renamed' ? named(a.path, left) : named(b.path, right)
  const found: Difference = { kind, path, places: { a: places.a?.(a.path), b: places.b?.(b.path) } }
  if (kind !== 'added') found.a = a.value
  if (kind !== 'removed') found.b = b.value
  return found
}

const namedLists = new Set(['teams', 'sections', 'checklist', 'people', 'deliverables'])

/** A path with the names of teams, sections, questions and people instead of their indexes. */
function named(path: Path, goal: Goal): Path {
  let value: unknown = goal
  return path.map((key, index) => {
    value = (value as Record<string | number, unknown> | undefined)?.[key]
    const name = typeof key === 'number' && namedLists.has(String(path[index - 1])) ? nameOf(value) : undefined
    return name ?? key
  })
}

/** Sections that one goal lists as removed and the other one has. */
function gone(goal: Goal, other: Goal): { at: SeenValue; seen: SeenValue }[] {
  const titles = isWholeDocument(goal) ? [] : (goal.layout?.gone ?? [])
  const sections = firstByKey((other.sections ?? []).entries(), ([, { title }]) => title)
  return titles.flatMap((title, index): { at: SeenValue; seen: SeenValue }[] => {
    const at = { path: ['layout', 'gone', index], value: title }
    const [section] = sections.get(title) ?? []
    if (section !== undefined) return [{ at, seen: { path: ['sections', section], value: other.sections?.[section] } }]
    const value = (other as Record<string, unknown>)[title]
    return value === undefined ? [] : [{ at, seen: { path: [title], value } }]
  })
}

interface Profiled {
  goal: Goal
  profile: Profile
}

/** Sections in a different order. */
function moved(a: Profiled, b: Profiled): FoundDifference[] {
  const [left, right] = [orderOf(a), orderOf(b)]
  const leftKeys = new Set(left.map(keyOfSection))
  const rightByKey = firstByKey(right, keyOfSection)
  const [common, other] = [left.filter(({ key }) => rightByKey.has(key)), right.filter(({ key }) => leftKeys.has(key))]
  const kept = new Set(commonSubsequence(common.map(keyOfSection), other.map(keyOfSection)).map(([index]) => common[index]))
  return common
    .filter((section) => !kept.has(section))
    .map((section) => ({ kind: 'moved' as const, a: section, b: rightByKey.get(section.key) as SeenValue }))
}

const keyOfSection = ({ key }: { key: string }) => key

function orderOf({ goal, profile }: Profiled): (SeenValue & { key: string })[] {
  const places = firstByKey((goal.sections ?? []).entries(), ([, section]) => section)
  return sectionsInOrder(goal, profile).map((section) => {
    if ('key' in section) return { key: section.key, path: [section.key], value: section.key }
    const [index] = places.get(section.free) ?? [-1]
    return { key: `section ${section.free.title}`, path: ['sections', index], value: section.free.title }
  })
}
