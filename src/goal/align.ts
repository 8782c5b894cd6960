/** Matches the entries of two versions of a list: by name if entries have one, otherwise by the longest common subsequence. */
import { byText, commonSubsequence, isRecord, isSame, nearest, nextOfEach } from '../text/index.ts'

/** The key that names the entries of a list. */
const nameKeys: Record<string, string> = {
  teams: 'name',
  deliverables: 'name',
  people: 'name',
  trackers: 'name',
  sections: 'title',
  checklist: 'question',
}

/** For each entry of `after`, the index in `before` that it comes from, or -1 if it is new. */
export function align(before: readonly unknown[], after: readonly unknown[], key: string | undefined): number[] {
  const nameKey = key === undefined ? undefined : nameKeys[key]
  const named =
    nameKey !== undefined && [...before, ...after].every((entry) => isRecord(entry) && typeof entry[nameKey] === 'string')
  return named ? alignByName(before as Named[], after as Named[], nameKey) : alignByContent(before, after)
}

type Named = Record<string, unknown>

/** The comparisons of two entries of a list. Beyond these, an entry counts as new, not as an edit of another one. */
const mostComparisons = 100_000

function alignByName(before: readonly Named[], after: readonly Named[], nameKey: string): number[] {
  const origin = after.map(() => -1)
  const free = new Set(before.keys())
  const rest = (entry: Named) => canonical({ ...entry, [nameKey]: undefined })
  const claim = (at: number, found: number | undefined) => {
    if (found === undefined || !free.has(found)) return
    origin[at] = found
    free.delete(found)
  }
  const claimEqual = (textOf: (entry: Named) => string, isWanted: (entry: Named) => boolean = () => true) => {
    const next = nextOfEach(before.map(textOf), (index) => free.has(index))
    for (const [at, entry] of after.entries()) if (origin[at] === -1 && isWanted(entry)) claim(at, next(textOf(entry)))
  }
  // A name may appear twice.
  claimEqual(canonical)
  claimEqual((entry) => String(entry[nameKey]))
  // The remaining entries may have been renamed: the same content with another name, or a similar name.
  claimEqual(rest, (entry) => Object.keys(entry).length > 1)
  let comparisons = mostComparisons
  for (const [at, entry] of after.entries()) {
    if (origin[at] !== -1) continue
    for (const index of free) {
      if (--comparisons < 0) break
      if (nearest(String(entry[nameKey]), [String(before[index]![nameKey])]) === undefined) continue
      claim(at, index)
      break
    }
  }
  // An entry that is only a name, or whose content changed too, counts as renamed only if it is the single change between the same
  // neighbours.
  for (const at of origin.keys()) {
    if (origin[at] !== -1) continue
    const above = at === 0 ? -1 : origin[at - 1]!
    const below = at === after.length - 1 ? before.length : origin[at + 1]!
    if ((above === -1 && at > 0) || below - above !== 2 || !free.has(above + 1)) continue
    if (rest(before[above + 1]!) !== rest(after[at]!)) continue
    origin[at] = above + 1
    free.delete(above + 1)
  }
  return origin
}

function alignByContent(before: readonly unknown[], after: readonly unknown[]): number[] {
  const origin = after.map(() => -1)
  for (const [from, at] of commonSubsequence(before.map(canonical), after.map(canonical))) origin[at] = from
  // Between two unchanged entries, a similar entry counts as edited.
  const matchedFrom = nextMatches(origin)
  let [previous, comparisons] = [-1, mostComparisons]
  for (let at = 0; at < after.length; at++) {
    if (origin[at] !== -1) {
      previous = origin[at]!
      continue
    }
    const next = origin[matchedFrom[at]!] ?? before.length
    for (let index = previous + 1; index < next && --comparisons >= 0; index++) {
      if (!isEdited(before[index], after[at])) continue
      origin[at] = index
      previous = index
      break
    }
  }
  // As many entries as before, in the same place: each has a new text.
  const openUntil = nextMatches(origin)
  for (let at = 0; at < after.length; at++) {
    if (origin[at] !== -1) continue
    const end = openUntil[at]!
    const count = end - at
    const from = at === 0 ? 0 : origin[at - 1]! + 1
    const free = (origin[end] ?? before.length) - from
    for (let step = 0; step < count; step++) {
      if (free === count && typeof before[from + step] === typeof after[at + step]) origin[at + step] = from + step
    }
    at += count - 1
  }
  return origin
}

/** For each position the next one, or itself, that is matched; behind the last one, the length. */
function nextMatches(origin: readonly number[]): number[] {
  const next: number[] = []
  for (let at = origin.length - 1; at >= 0; at--) next[at] = origin[at] === -1 ? (next[at + 1] ?? origin.length) : at
  return next
}

/** Whether one entry looks like an edit of the other. */
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

/** A text that is the same for equal values: keys sorted, `undefined` left out. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isRecord(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => byText(a, b))) : inner,
  )
}
