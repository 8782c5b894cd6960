/** Finds the differences between two normalised goals: one difference for each edit. */
import type { Path } from '../goal/index.ts'
import { addTo, appendAll, commonSubsequence, nextOfEach } from '../text/index.ts'
import { type Fields, keyOf, type List, type Meaning, sameTexts, type Text } from './meaning/index.ts'
import { wordsOf } from './words.ts'

/** A value in a goal. */
export interface SeenValue {
  path: Path
  value: unknown
}

/** A difference; the side without the value has the place where it belongs. */
export interface FoundDifference {
  kind: 'added' | 'removed' | 'changed' | 'moved' | 'renamed'
  a: SeenValue
  b: SeenValue
}

/** Which of the two goals states only a part of the document. */
interface Partial {
  a: boolean
  b: boolean
}

/** A raw difference, before moves and groups are combined. */
interface Piece {
  kind: FoundDifference['kind']
  a: SeenValue & { meaning?: Meaning }
  b: SeenValue & { meaning?: Meaning }
}

export function findDifferences(a: Fields, b: Fields, partial: Partial): FoundDifference[] {
  return joinMoves(joinGroups(compare(a, b, partial))).map(({ kind, a: left, b: right }) => ({
    kind,
    a: { path: left.path, value: left.value },
    b: { path: right.path, value: right.value },
  }))
}

function piece(kind: FoundDifference['kind'], a: Meaning | SeenValue, b: Meaning | SeenValue): Piece {
  const seen = (one: Meaning | SeenValue) => ({ path: one.path, value: one.value, ...('kind' in one ? { meaning: one } : {}) })
  return { kind, a: seen(a), b: seen(b) }
}

function compare(a: Meaning, b: Meaning, partial: Partial): Piece[] {
  if (a.kind === 'text' && b.kind === 'text') return sameTexts(a, b) ? [] : [piece('changed', a, b)]
  if (a.kind === 'list' && b.kind === 'list') return compareLists(a, b, partial)
  if (a.kind === 'fields' && b.kind === 'fields') return compareFields(a, b, partial)
  return [piece('changed', a, b)]
}

function compareFields(a: Fields, b: Fields, partial: Partial): Piece[] {
  const renamed = a.name !== b.name ? [piece('renamed', nameAt(a), nameAt(b))] : []
  const keys = [...new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])]
  const inside = keys.flatMap((key): Piece[] => {
    const [left, right] = [a.fields[key], b.fields[key]]
    if (left && right) return compare(left, right, partial)
    if ((left ?? right)?.kind === 'text' && ((left ?? right) as Text).as === 'manner') return []
    if (left) return partial.b ? [] : [piece('removed', left, { path: missing(b, key, left, a), value: undefined })]
    if (right) return partial.a ? [] : [piece('added', { path: missing(a, key, right, b), value: undefined }, right)]
    return []
  })
  return [...renamed, ...inside]
}

/** The path for a field that only the other side has: after the same field as there. */
function missing(side: Fields, key: string, field: Meaning, there: Fields): Path {
  const below = field.path.slice(there.path.length)
  return [...side.path, ...(below.length > 0 ? below : [key])]
}

function nameAt({ path, value, name }: Fields): SeenValue {
  const key = typeof value === 'object' && value !== null && 'title' in value ? 'title' : 'name'
  return { path: [...path, key], value: name }
}

function compareLists(a: List, b: List, partial: Partial): Piece[] {
  const [left, right] = [a.items, b.items]
  const found: Piece[] = []
  const place = (list: List, at: number): SeenValue => ({ path: list.items[at]?.path ?? list.path, value: undefined })
  const gap = (removed: number[], added: number[], atLeft: number, atRight: number) => {
    const pairs = likely(left, right, removed, added)
    const [changedLeft, changedRight] = [new Set(pairs.map(([i]) => i)), new Set(pairs.map(([, j]) => j))]
    for (const [i, j] of pairs) appendAll(found, compare(left[i] as Meaning, right[j] as Meaning, partial))
    for (const i of removed) if (!changedLeft.has(i)) found.push(piece('removed', left[i] as Meaning, place(b, atRight)))
    for (const j of added) if (!changedRight.has(j)) found.push(piece('added', place(a, atLeft), right[j] as Meaning))
  }
  const matched = a.isUnordered || b.isUnordered ? anywhere(left, right) : commonSubsequence(left.map(keyOf), right.map(keyOf))
  if (a.isUnordered || b.isUnordered) {
    for (const [i, j] of matched) appendAll(found, compare(left[i] as Meaning, right[j] as Meaning, partial))
    const rest = (length: number, side: 0 | 1) => {
      const known = new Set(matched.map((pair) => pair[side]))
      return range(0, length).filter((at) => !known.has(at))
    }
    gap(rest(left.length, 0), rest(right.length, 1), left.length, right.length)
    return found
  }
  let [i, j] = [0, 0]
  for (const [nextLeft, nextRight] of matched) {
    gap(range(i, nextLeft), range(j, nextRight), nextLeft, nextRight)
    appendAll(found, compare(left[nextLeft] as Meaning, right[nextRight] as Meaning, partial))
    ;[i, j] = [nextLeft + 1, nextRight + 1]
  }
  gap(range(i, left.length), range(j, right.length), left.length, right.length)
  return found
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}

function anywhere(left: readonly Meaning[], right: readonly Meaning[]): [number, number][] {
  const next = nextOfEach(right.map(keyOf))
  return left.flatMap((item, i): [number, number][] => {
    const j = next(keyOf(item))
    return j === undefined ? [] : [[i, j]]
  })
}

/** The comparisons of two entries. Beyond these, entries are removed and added, not changed. */
const mostComparisons = 100_000

/** Pairs of entries between two equal ones that are one changed entry: those that share most words, or all of them in order if
 * both sides have the same number.
 */
function likely(left: readonly Meaning[], right: readonly Meaning[], removed: number[], added: number[]): [number, number][] {
  if (removed.length === added.length) return removed.map((i, index) => [i, added[index] as number])
  const pairs: [number, number][] = []
  if (removed.length * added.length > mostComparisons) return pairs
  let from = 0
  for (const i of removed) {
    const rated = added.slice(from).map((j) => ({ j, likeness: likeness(left[i] as Meaning, right[j] as Meaning) }))
    const best = rated.reduce<(typeof rated)[number] | undefined>(
      (most, one) => (one.likeness > (most?.likeness ?? 0.4) ? one : most),
      undefined,
    )
    if (!best) continue
    pairs.push([i, best.j])
    from = added.indexOf(best.j) + 1
  }
  return pairs
}

/** The share of words that two have in common, from 0 to 1. */
function likeness(a: Meaning, b: Meaning): number {
  if (a.kind !== b.kind) return 0
  const [left, right] = [wordsOf(keyOf(a)), wordsOf(keyOf(b))]
  const shared = left.filter((word) => right.includes(word)).length
  return (2 * shared) / (left.length + right.length)
}

/** A group that only one side has is one difference, not one for each of its entries. */
function joinGroups(pieces: readonly Piece[]): Piece[] {
  const groupOf = ({ kind, a, b }: Piece) => {
    const meaning = kind === 'removed' ? a.meaning : kind === 'added' ? b.meaning : undefined
    return meaning?.kind === 'text' ? (meaning as Text).group : undefined
  }
  const ids = pieces.map((one) => {
    const group = groupOf(one)
    return group && `${one.kind} ${JSON.stringify(group.path)}`
  })
  const counts = new Map<string, number>()
  for (const id of ids) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
  return pieces.flatMap((one, index): Piece[] => {
    const [group, id] = [groupOf(one), ids[index]]
    if (!group || id === undefined) return [one]
    if (counts.get(id) !== group.pieces) return counts.get(id) === -1 ? [] : [one]
    counts.set(id, -1)
    const whole = { path: group.path, value: group.value }
    return [one.kind === 'removed' ? { ...one, a: whole } : { ...one, b: whole }]
  })
}

/** A removed and an added entry within the same key of the goal (and, for artifacts, the same team) are one difference: a move. */
function joinMoves(pieces: readonly Piece[]): Piece[] {
  const scope = (path: Path) => JSON.stringify(path.slice(0, path[0] === 'teams' && path.length > 2 ? 2 : 1))
  const side = (found: Piece) => (found.kind === 'removed' ? found.a : found.b)
  const said = (found: Piece) => {
    const { path, meaning, value } = side(found)
    return `${scope(path)} ${meaning ? keyOf(meaning) : JSON.stringify(value)}`
  }
  const isEntry = ({ kind }: Piece) => kind === 'removed' || kind === 'added'
  const keys = new Map(pieces.filter(isEntry).map((one) => [one, said(one)]))
  const candidates = { removed: new Map<string, Piece[]>(), added: new Map<string, Piece[]>() }
  for (const [one, key] of keys) if (side(one).path.length > 1) addTo(candidates[one.kind as 'removed' | 'added'], key, one)
  const moved = new Set<Piece>()
  return pieces.flatMap((one): Piece[] => {
    if (moved.has(one)) return []
    const key = keys.get(one)
    if (key === undefined) return [one]
    const others = candidates[one.kind === 'removed' ? 'added' : 'removed'].get(key) ?? []
    while (others[0] && moved.has(others[0])) others.shift()
    const other = others.find((candidate) => !moved.has(candidate) && isSameSaid(side(candidate), side(one)))
    if (!other) return [one]
    moved.add(other)
    const [removed, added] = one.kind === 'removed' ? [one, other] : [other, one]
    return [{ kind: 'moved', a: removed.a, b: added.b }]
  })
}

function isSameSaid(a: Piece['a'], b: Piece['a']): boolean {
  if (a.meaning && b.meaning) return keyOf(a.meaning) === keyOf(b.meaning) && sameAll(a.meaning, b.meaning)
  return !a.meaning && !b.meaning && JSON.stringify(a.value) === JSON.stringify(b.value)
}

function sameAll(a: Meaning, b: Meaning): boolean {
  return compare(a, b, { a: false, b: false }).length === 0
}
