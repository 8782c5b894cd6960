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

/** For each entry of `after`, the index in `before` that it comes from, or -1 if it is new. Entries without names are matched in order. */
export function align(before: readonly unknown[], after: readonly unknown[], key: string | undefined): number[] {
  return alignedByName(before, after, key) ?? alignInOrder(before, after)
}

/** The same, but entries without names may have moved. */
export function alignWithMoves(before: readonly unknown[], after: readonly unknown[], key: string | undefined): number[] {
  return alignedByName(before, after, key) ?? alignByContent(before, after)
}

/** `undefined` if the entries have no names. */
function alignedByName(before: readonly unknown[], after: readonly unknown[], key: string | undefined): number[] | undefined {
  const nameKey = key === undefined ? undefined : nameKeys[key]
  const named =
    nameKey !== undefined && [...before, ...after].every((entry) => isRecord(entry) && typeof entry[nameKey] === 'string')
  return named ? alignByName(before as Named[], after as Named[], nameKey) : undefined
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
  // An entry that is only a name, or whose content changed in part, counts as renamed only if it is the single change between the
  // same neighbours.
  for (const at of origin.keys()) {
    if (origin[at] !== -1) continue
    const above = at === 0 ? -1 : origin[at - 1]!
    const below = at === after.length - 1 ? before.length : origin[at + 1]!
    if ((above === -1 && at > 0) || below - above !== 2 || !free.has(above + 1)) continue
    const [old, entry] = [before[above + 1]!, after[at]!]
    if (rest(old) !== rest(entry) && !sharesContent({ ...old, [nameKey]: undefined }, entry)) continue
    origin[at] = above + 1
    free.delete(above + 1)
  }
  return origin
}

/** Whether two entries have an equal value, or lists with an equal entry. */
function sharesContent(a: Named, b: Named): boolean {
  return Object.keys(a).some((key) => {
    const [old, value] = [a[key], b[key]]
    if (!Array.isArray(old) || !Array.isArray(value)) return old !== undefined && isSame(old, value)
    const texts = new Set(old.map(canonical))
    return value.some((entry) => texts.has(canonical(entry)))
  })
}

/** An entry that has only moved is matched first, so that no other entry counts as an edit of it; one that has moved and changed, last. */
function alignByContent(before: readonly unknown[], after: readonly unknown[]): number[] {
  const texts = before.map(canonical)
  const wanted = after.map(canonical)
  const inPlace = commonSubsequence(texts, wanted)
  const [left, reached] = [new Set(inPlace.map(([from]) => from)), new Set(inPlace.map(([, at]) => at))]
  const next = nextOfEach(texts, (index) => !left.has(index))
  const origin = wanted.map((text, at) => (reached.has(at) ? -1 : (next(text) ?? -1)))
  const moved = new Set(origin)
  const others = [...before.keys()].filter((index) => !moved.has(index))
  const rest = [...after.keys()].filter((at) => origin[at] === -1)
  const inOrder = alignInOrder(
    others.map((index) => before[index]),
    rest.map((at) => after[at]),
  )
  for (const [index, at] of rest.entries()) origin[at] = others[inOrder[index]!] ?? -1
  const used = new Set(origin)
  const free = new Set([...before.keys()].filter((index) => !used.has(index)))
  let comparisons = mostComparisons
  for (const at of rest) {
    if (origin[at] !== -1) continue
    const found = [...free].find((index) => --comparisons >= 0 && isEdited(before[index], after[at]))
    if (found === undefined) continue
    origin[at] = found
    free.delete(found)
  }
  return origin
}

function alignInOrder(before: readonly unknown[], after: readonly unknown[]): number[] {
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
