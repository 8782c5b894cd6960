/** What differs between two goals, for people and for the linter. */
import { type Goal, isRecord, isSame, isWhole, type Path, type Place, positionsOf } from '../goal/index.ts'
import { identity, nameOf } from './identity.ts'
import { sectionsInOrder } from './order.ts'
import type { Profile } from './profile.ts'
import { goalOf, readDocument } from './read.ts'
import { profileOf, renderGoal } from './render.ts'
import { commonSubsequence } from './sequence.ts'

export const differenceKinds = ['added', 'removed', 'changed', 'moved', 'renamed'] as const

/** One difference from `a` to `b`. What only `b` has is `added`, what only `a` has is `removed`. */
export interface Difference {
  kind: (typeof differenceKinds)[number]
  /** Keys from the goal down; teams and free sections stand with their names, entries with their index. */
  path: Path
  a?: unknown
  b?: unknown
  /** Where the two values stand, as far as the goals were read from text. What is missing has the place where it belongs. */
  places: { a?: Place; b?: Place }
}

/** A value on its way down: what it is, and how to find it in its own goal. */
interface Side {
  value: unknown
  path: Path
  /** A goal that states only what it mentions. */
  partial: boolean
  /** Sections that a partial goal says are not there. */
  gone: readonly string[]
  /** Keys and titles of the sections, in order. */
  order: readonly string[]
  place: (path: Path) => Place | undefined
}

/** The differences that mean something: another way to write the same value is none.
 *
 * A goal without a full layout states only what it mentions; what it leaves out is no difference.
 */
export function compareGoals(a: Goal, b: Goal, options: { profile?: Profile } = {}): Difference[] {
  const [left, right] = [sideOf(a, options.profile), sideOf(b, options.profile)]
  const differences = [...compare(left, right, []), ...compareGone(left, right), ...compareOrder(left, right)]
  return joinMoves(differences)
}

function sideOf(goal: Goal, profile: Profile | undefined): Side {
  const value = canonicalGoal(goal, profile)
  return {
    value,
    path: [],
    partial: !isWhole(goal),
    gone: isWhole(goal) ? [] : (goal.layout?.gone ?? []),
    order: sectionsInOrder(value, profile ?? profileOf(goal)).map((one) => ('key' in one ? one.key : one.free.title)),
    place: positionsOf(goal) ?? (() => undefined),
  }
}

/** A goal as it is read back from its document: every way to write the same thing becomes one. */
export function canonicalGoal(goal: Goal, profile: Profile = profileOf(goal)): Goal {
  const read = goalOf(readDocument(renderGoal(goal, { profile }), { profile }))
  if (isWhole(goal)) return read
  return { ...(Object.fromEntries(Object.entries(read).filter(([key]) => key in goal)) as Goal), layout: undefined }
}

function at(side: Side, key: string | number, value: unknown): Side {
  return { ...side, value, path: [...side.path, key] }
}

function difference(kind: Difference['kind'], path: Path, a: Side, b: Side): Difference {
  const found: Difference = { kind, path, places: { a: a.place(a.path), b: b.place(b.path) } }
  if (kind !== 'added') found.a = a.value
  if (kind !== 'removed') found.b = b.value
  return found
}

function compare(a: Side, b: Side, path: Path): Difference[] {
  if (isSame(a.value, b.value)) return []
  if (Array.isArray(a.value) && Array.isArray(b.value)) return compareLists(a, b, path)
  if (isRecord(a.value) && isRecord(b.value)) return compareRecords(a, b, path)
  return [difference('changed', path, a, b)]
}

function compareRecords(a: Side, b: Side, path: Path): Difference[] {
  const [left, right] = [a.value as Record<string, unknown>, b.value as Record<string, unknown>]
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter(
    (key) => path.length > 0 || !['layout', 'profile'].includes(key),
  )
  return keys.flatMap((key) => {
    const [own, other] = [at(a, key, left[key]), at(b, key, right[key])]
    if (left[key] === undefined)
      return right[key] === undefined || a.partial ? [] : [difference('added', [...path, key], own, other)]
    if (right[key] === undefined) return b.partial ? [] : [difference('removed', [...path, key], own, other)]
    return compare(own, other, [...path, key])
  })
}

function compareLists(a: Side, b: Side, path: Path): Difference[] {
  const [left, right] = [a.value as unknown[], b.value as unknown[]]
  const differences: Difference[] = []
  const item = (i: number, j: number): [Side, Side, Path] => {
    const key = nameOf(left[i]) ?? nameOf(right[j]) ?? (j < right.length ? j : i)
    return [at(a, i, left[i]), at(b, j, right[j]), [...path, key]]
  }
  const gap = (fromLeft: number, toLeft: number, fromRight: number, toRight: number) => {
    const gone = range(fromLeft, toLeft)
    const come = range(fromRight, toRight)
    for (const [i, j] of likely(left, right, gone, come)) {
      const [own, other, entryPath] = item(i, j)
      differences.push(...compareLikely(own, other, entryPath))
      gone.splice(gone.indexOf(i), 1)
      come.splice(come.indexOf(j), 1)
    }
    for (const i of gone) {
      const [own, , entryPath] = item(i, right.length)
      differences.push(difference('removed', entryPath, own, { ...b, path: [...b.path, toRight] }))
    }
    for (const j of come) {
      const [, other, entryPath] = item(left.length, j)
      differences.push(difference('added', entryPath, { ...a, path: [...a.path, toLeft] }, other))
    }
  }
  let [i, j] = [0, 0]
  for (const [nextLeft, nextRight] of commonSubsequence(left.map(identity), right.map(identity))) {
    gap(i, nextLeft, j, nextRight)
    differences.push(...compare(...item(nextLeft, nextRight)))
    ;[i, j] = [nextLeft + 1, nextRight + 1]
  }
  gap(i, left.length, j, right.length)
  return differences
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

/** Pairs in a gap that are likely one entry that was changed: groups with groups, and what has one counterpart only. */
function likely(left: unknown[], right: unknown[], gone: readonly number[], come: readonly number[]): [number, number][] {
  const records = (value: unknown) => isRecord(value)
  const pairs: [number, number][] = []
  const groups = [gone.filter((i) => records(left[i])), come.filter((j) => records(right[j]))] as const
  const plain = [gone.filter((i) => !records(left[i])), come.filter((j) => !records(right[j]))] as const
  for (const [from, to] of [groups, plain]) {
    if (from.length === to.length) from.forEach((i, index) => void pairs.push([i, to[index] as number]))
  }
  return pairs
}

/** A pair that is not equal by name: a renamed team, a group with another introduction, an entry with other words. */
function compareLikely(a: Side, b: Side, path: Path): Difference[] {
  const [from, to] = [nameOf(a.value), nameOf(b.value)]
  if (from === undefined || to === undefined || from === to) return compare(a, b, path)
  const key = isRecord(a.value) && 'title' in a.value ? 'title' : 'name'
  const renamed = difference('renamed', path, at(a, key, from), at(b, key, to))
  return [renamed, ...compareRecords(a, { ...b, value: { ...(b.value as object), [key]: from } }, path)]
}

/** Sections that one side has and the other says are gone. */
function compareGone(a: Side, b: Side): Difference[] {
  const found = (side: Side, title: string): Side | undefined => {
    const goal = side.value as Goal
    if (goal[title as keyof Goal] !== undefined) return at(side, title, goal[title as keyof Goal])
    const index = goal.sections?.findIndex((section) => section.title === title) ?? -1
    return index < 0 ? undefined : at(at(side, 'sections', goal.sections), index, goal.sections?.[index])
  }
  const path = (side: Side): Path => (side.path.length > 1 ? ['sections', nameOf(side.value) as string] : side.path)
  return [
    ...a.gone.flatMap((title) => {
      const there = found(b, title)
      return there ? [difference('added', path(there), at(at(a, 'layout', undefined), 'gone', a.gone), there)] : []
    }),
    ...b.gone.flatMap((title) => {
      const there = found(a, title)
      return there ? [difference('removed', path(there), there, at(at(b, 'layout', undefined), 'gone', b.gone))] : []
    }),
  ]
}

/** Titles and order of sections, which the layout holds. */
function compareOrder(a: Side, b: Side): Difference[] {
  const [left, right] = [a.value as Goal, b.value as Goal]
  if (a.partial || b.partial) return []
  const headings = compare(
    at(at(a, 'layout', undefined), 'headings', left.layout?.headings ?? {}),
    at(at(b, 'layout', undefined), 'headings', right.layout?.headings ?? {}),
    ['layout', 'headings'],
  )
  const [common, other] = [a.order.filter((key) => b.order.includes(key)), b.order.filter((key) => a.order.includes(key))]
  if (isSame(common, other)) return headings
  const kept = new Set(commonSubsequence(common, other).map(([index]) => common[index]))
  const moved = common.filter((key) => !kept.has(key))
  return [...headings, ...moved.map((key) => difference('moved', [key], at(a, key, key), at(b, key, key)))]
}

/** An entry that went from one list to another is one difference: removed and added within the same key of the goal, and
 *  for artifacts within the same team, makes moved. */
function joinMoves(differences: readonly Difference[]): Difference[] {
  const scope = (path: Path) => JSON.stringify(path.slice(0, path[0] === 'teams' && path.length > 2 ? 2 : 1))
  const rest = [...differences]
  return differences.flatMap((found) => {
    if (!rest.includes(found)) return []
    if (found.kind !== 'removed' && found.kind !== 'added') return [found]
    const other = rest.find(
      (candidate) =>
        candidate.kind === (found.kind === 'removed' ? 'added' : 'removed') &&
        scope(candidate.path) === scope(found.path) &&
        candidate.path.length > 1 &&
        isSame(candidate.kind === 'added' ? candidate.b : candidate.a, found.kind === 'added' ? found.b : found.a),
    )
    if (!other) return [found]
    rest.splice(rest.indexOf(other), 1)
    const [removed, added] = found.kind === 'removed' ? [found, other] : [other, found]
    return [
      { kind: 'moved' as const, path: added.path, a: removed.a, b: added.b, places: { a: removed.places.a, b: added.places.b } },
    ]
  })
}

const verbs = {
  added: (names: Names) => `is in ${names.b} and not in ${names.a}`,
  removed: (names: Names) => `is in ${names.a} and not in ${names.b}`,
}
interface Names {
  a: string
  b: string
}

/** A difference in a sentence, e.g. `teams › nova › completion: …`. */
export function describeDifference(found: Difference, names: Names = { a: 'the model', b: 'the document' }): string {
  const where = found.path.filter((key) => typeof key === 'string').join(' › ')
  if (found.kind === 'added' || found.kind === 'removed') {
    return `\`${excerpt(found.kind === 'added' ? found.b : found.a, found.path)}\` of ${where} ${verbs[found.kind](names)}`
  }
  if (found.kind === 'moved')
    return `\`${excerpt(found.b, found.path)}\` of ${where} stands in another place in ${names.b} than in ${names.a}`
  return `${where} is \`${excerpt(found.b, found.path)}\` in ${names.b} and \`${excerpt(found.a, found.path)}\` in ${names.a}`
}

function excerpt(value: unknown, path: Path): string {
  const text = typeof value === 'string' ? value : (nameOf(value) ?? (isRecord(value) ? firstText(value) : String(path.at(-1))))
  const [line = ''] = text.split('\n')
  return line.length > 60 || line !== text ? `${line.slice(0, 60).trimEnd()}…` : line
}

function firstText(value: Record<string, unknown>): string {
  return Object.values(value).find((item) => typeof item === 'string') as string
}
