/** Which entry of a list became which: by name where entries have one, by the longest common subsequence where they have none. */
import { nearest } from './nearest.ts'
import { isRecord, isSame } from './values.ts'

/** What names the entries of the lists that have names. */
const nameKeys: Record<string, string> = {
  teams: 'name',
  deliverables: 'name',
  people: 'name',
  trackers: 'name',
  sections: 'title',
  checklist: 'question',
}

/** For each entry of `after` the index in `before` that it comes from, or -1 where it is new. */
export function align(before: readonly unknown[], after: readonly unknown[], key: string | undefined): number[] {
  const nameKey = key === undefined ? undefined : nameKeys[key]
  const named =
    nameKey !== undefined && [...before, ...after].every((entry) => isRecord(entry) && typeof entry[nameKey] === 'string')
  return named ? alignByName(before as Named[], after as Named[], nameKey) : alignByContent(before, after)
}

type Named = Record<string, unknown>

function alignByName(before: readonly Named[], after: readonly Named[], nameKey: string): number[] {
  const origin = after.map(() => -1)
  const free = new Set(before.keys())
  const claim = (fits: (old: Named, entry: Named) => boolean) => {
    for (const [at, entry] of after.entries()) {
      if (origin[at] !== -1) continue
      const found = [...free].find((index) => fits(before[index]!, entry))
      if (found === undefined) continue
      origin[at] = found
      free.delete(found)
    }
  }
  const rest = (entry: Named) => ({ ...entry, [nameKey]: undefined })
  const claimEqual = (textOf: (entry: Named) => unknown) => {
    const indexes = new Map<unknown, number[]>()
    for (const index of free) indexes.set(textOf(before[index]!), [...(indexes.get(textOf(before[index]!)) ?? []), index])
    for (const [at, entry] of after.entries()) {
      const found = origin[at] === -1 ? indexes.get(textOf(entry))?.shift() : undefined
      if (found === undefined) continue
      origin[at] = found
      free.delete(found)
    }
  }
  // A name may be there twice.
  claimEqual(canonical)
  claimEqual((entry) => entry[nameKey])
  // What is left may have been renamed: the same content under another name, or a name that is nearly the same.
  claim((old, entry) => Object.keys(entry).length > 1 && isSame(rest(old), rest(entry)))
  claim((old, entry) => nearest(String(entry[nameKey]), [String(old[nameKey])]) !== undefined)
  // Nothing but a name, or another content too: a rename only if it is the one change between the same neighbours.
  for (const at of origin.keys()) {
    if (origin[at] !== -1) continue
    const above = at === 0 ? -1 : origin[at - 1]!
    const below = at === after.length - 1 ? before.length : origin[at + 1]!
    if ((above === -1 && at > 0) || below - above !== 2 || !free.has(above + 1)) continue
    if (!isSame(rest(before[above + 1]!), rest(after[at]!))) continue
    origin[at] = above + 1
    free.delete(above + 1)
  }
  return origin
}

function alignByContent(before: readonly unknown[], after: readonly unknown[]): number[] {
  const origin = commonSubsequence(before.map(canonical), after.map(canonical))
  // Between two entries that stayed, an entry that is nearly the same is one that was edited.
  let previous = -1
  for (let at = 0; at < after.length; at++) {
    if (origin[at] !== -1) {
      previous = origin[at]!
      continue
    }
    const next = origin.slice(at).find((index) => index !== -1) ?? before.length
    for (let index = previous + 1; index < next; index++) {
      if (!isEdited(before[index], after[at])) continue
      origin[at] = index
      previous = index
      break
    }
  }
  // As many as there were, where they were: each has another text.
  for (let at = 0; at < after.length; at++) {
    if (origin[at] !== -1) continue
    const end = after.findIndex((_, place) => place > at && origin[place] !== -1)
    const count = (end < 0 ? after.length : end) - at
    const from = at === 0 ? 0 : origin[at - 1]! + 1
    const free = (end < 0 ? before.length : origin[end]!) - from
    for (let step = 0; step < count; step++) {
      if (free === count && typeof before[from + step] === typeof after[at + step]) origin[at + step] = from + step
    }
    at += count - 1
  }
  return origin
}

/** The longest common subsequence: for each entry of `after` its index in `before`, or -1. */
function commonSubsequence(before: readonly string[], after: readonly string[]): number[] {
  const width = after.length + 1
  const lengths = new Uint32Array((before.length + 1) * width)
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const same = before[i] === after[j]
      const below = lengths[(i + 1) * width + j]!
      const beside = lengths[i * width + j + 1]!
      lengths[i * width + j] = same ? lengths[(i + 1) * width + j + 1]! + 1 : Math.max(below, beside)
    }
  }
  const origin = after.map(() => -1)
  let i = 0
  let j = 0
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) origin[j++] = i++
    else if (lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!) i++
    else j++
  }
  return origin
}

/** Whether one entry reads like an edit of the other. */
function isEdited(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') {
    const longest = Math.max(a.length, b.length)
    let head = 0
    while (head < Math.min(a.length, b.length) && a[head] === b[head]) head++
    let tail = 0
    while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
    return (head + tail) * 2 >= longest
  }
  if (!isRecord(a) || !isRecord(b)) return false
  return Object.keys(a).some((key) => key in b && (isSame(a[key], b[key]) || key === 'items'))
}

/** Which of the indexes stay where they are: the longest run that rises. */
export function rising(indexes: readonly number[]): Set<number> {
  // `ends[n]` is the position of the smallest index that a run of n + 1 ends with.
  const ends: number[] = []
  const before = new Map<number, number | undefined>()
  for (const [position, index] of indexes.entries()) {
    if (index < 0) continue
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (indexes[ends[middle]!]! < index) low = middle + 1
      else high = middle
    }
    before.set(position, low === 0 ? undefined : ends[low - 1])
    ends[low] = position
  }
  const kept = new Set<number>()
  for (let position = ends.at(-1); position !== undefined; position = before.get(position)) kept.add(indexes[position]!)
  return kept
}

/** A text that is the same for equal values: keys in order, none without a value. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) : inner,
  )
}
