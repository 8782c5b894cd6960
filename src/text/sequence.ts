/** Compares two lists, and finds rising subsequences. */
import { addTo } from './lists.ts'

/** The cells of the tables for one comparison. A table of all lines of two large texts would take gigabytes. */
const mostCells = 4_000_000

/** A part of both lists, by indexes; ends are exclusive. */
export interface Region {
  a: number
  aEnd: number
  b: number
  bEnd: number
}

/** The longest common subsequence of two lists, as pairs of indexes.
 *
 * For lists that are too long for a table it is nearly the longest: items that both lists have once are matched first, as in patience
 * diff, and what is between them is compared in the same way; equal items that are left are matched by their order.
 */
export function commonSubsequence(a: readonly string[], b: readonly string[], most = mostCells): [number, number][] {
  const pairs: [number, number][] = []
  let cells = most
  const compare = (whole: Region, anchorings: readonly Anchoring[]): void => {
    const { head, region, tail } = withoutEqualEnds(a, b, whole)
    for (let at = 0; at < head; at++) pairs.push([whole.a + at, whole.b + at])
    const size = (region.aEnd - region.a) * (region.bEnd - region.b)
    const [anchoring, ...others] = anchorings
    if (size <= cells) {
      cells -= size
      if (size > 0) addLongest(a, b, region, pairs)
    } else if (anchoring) {
      let { a: left, b: right } = region
      for (const [i, j] of anchoring(a, b, region)) {
        compare({ a: left, aEnd: i, b: right, bEnd: j }, others)
        pairs.push([i, j])
        ;[left, right] = [i + 1, j + 1]
      }
      compare({ ...region, a: left, b: right }, others)
    }
    for (let at = tail; at > 0; at--) pairs.push([whole.aEnd - at, whole.bEnd - at])
  }
  compare({ a: 0, aEnd: a.length, b: 0, bEnd: b.length }, [uniqueItems, nthItems])
  return pairs
}

/** The parts of two lists that differ. */
export function differingParts(a: readonly string[], b: readonly string[]): Region[] {
  const parts: Region[] = []
  let [left, right] = [0, 0]
  for (const [i, j] of [...commonSubsequence(a, b), [a.length, b.length] as const]) {
    if (i > left || j > right) parts.push({ a: left, aEnd: i, b: right, bEnd: j })
    ;[left, right] = [i + 1, j + 1]
  }
  return parts
}

/** Equal ends are taken first, so that the table stays small for the edits that people make. */
function withoutEqualEnds(a: readonly string[], b: readonly string[], region: Region) {
  let { a: i, aEnd, b: j, bEnd } = region
  for (; i < aEnd && j < bEnd && a[i] === b[j]; i++) j++
  for (; i < aEnd && j < bEnd && a[aEnd - 1] === b[bEnd - 1]; aEnd--) bEnd--
  return { head: i - region.a, region: { a: i, aEnd, b: j, bEnd }, tail: region.aEnd - aEnd }
}

/** Finds pairs of equal items that split a region. */
type Anchoring = (a: readonly string[], b: readonly string[], region: Region) => [number, number][]

const uniqueItems: Anchoring = (a, b, region) => {
  const [left, right] = [placesOf(a, region.a, region.aEnd), placesOf(b, region.b, region.bEnd)]
  return anchored(a, region, (item) =>
    left.get(item)!.length === 1 && right.get(item)?.length === 1 ? right.get(item)![0] : undefined,
  )
}

const nthItems: Anchoring = (a, b, region) => {
  const right = placesOf(b, region.b, region.bEnd)
  const seen = new Map<string, number>()
  return anchored(a, region, (item) => {
    const nth = seen.get(item) ?? 0
    seen.set(item, nth + 1)
    return right.get(item)?.[nth]
  })
}

function anchored(a: readonly string[], region: Region, partnerOf: (item: string) => number | undefined): [number, number][] {
  const partners = a.slice(region.a, region.aEnd).map((item) => partnerOf(item) ?? -1)
  const kept = longestRising(partners)
  return partners.flatMap((j, at): [number, number][] => (kept.has(at) ? [[region.a + at, j]] : []))
}

function placesOf(items: readonly string[], from: number, to: number): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (let at = from; at < to; at++) {
    addTo(places, items[at]!, at)
  }
  return places
}

/** Adds the pairs of the longest common subsequence of a region, by a table of all lengths. */
function addLongest(a: readonly string[], b: readonly string[], region: Region, pairs: [number, number][]): void {
  const [rows, columns] = [region.aEnd - region.a, region.bEnd - region.b]
  const width = columns + 1
  const longest = new Uint32Array((rows + 1) * width)
  // Equal texts that were cut out of different texts are compared character by character; their numbers are not.
  const numbers = new Map<string, number>()
  const [left, right] = [numbered(a, region.a, rows, numbers), numbered(b, region.b, columns, numbers)]
  for (let i = rows - 1; i >= 0; i--) {
    const number = left[i]!
    const row = i * width
    const below = row + width
    let after = 0
    for (let j = columns - 1; j >= 0; j--) {
      const under = longest[below + j]!
      after = number === right[j] ? longest[below + j + 1]! + 1 : under > after ? under : after
      longest[row + j] = after
    }
  }
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (left[i] === right[j]) pairs.push([region.a + i++, region.b + j++])
    else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) i++
    else j++
  }
}

/** A number for each of some items; equal ones have the same. */
function numbered(items: readonly string[], from: number, count: number, numbers: Map<string, number>): Uint32Array {
  const found = new Uint32Array(count)
  for (let at = 0; at < count; at++) {
    const item = items[from + at]!
    let number = numbers.get(item)
    if (number === undefined) {
      number = numbers.size
      numbers.set(item, number)
    }
    found[at] = number
  }
  return found
}

/** The positions of a longest rising subsequence. Negative values are never part of it. */
export function longestRising(values: readonly number[]): Set<number> {
  // `starts[n]` is the position of the largest value that begins a run of n + 1 values, counted from the end.
  const starts: number[] = []
  const next = new Map<number, number | undefined>()
  for (let position = values.length - 1; position >= 0; position--) {
    if (values[position]! < 0) continue
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (values[starts[middle]!]! >= values[position]!) low = middle + 1
      else high = middle
    }
    next.set(position, low === 0 ? undefined : starts[low - 1])
    starts[low] = position
  }
  const kept = new Set<number>()
  for (let position = starts.at(-1); position !== undefined; position = next.get(position)) kept.add(position)
  return kept
}

/** The items, in order, whose keys another list does not have, or has less often. */
export function surplus<Item>(items: readonly Item[], keyOf: (item: Item) => string, others: readonly string[]): Item[] {
  const counts = new Map<string, number>()
  for (const key of others) counts.set(key, (counts.get(key) ?? 0) + 1)
  return items.filter((item) => {
    const key = keyOf(item)
    const count = counts.get(key) ?? 0
    counts.set(key, count - 1)
    return count <= 0
  })
}

/** A function that gives the index of an item, and of the next equal one when it is called again; `undefined` after the last one. Only indexes
 * that are `isFree` at the beginning are given.
 */
export function nextOfEach(
  items: readonly string[],
  isFree: (index: number) => boolean = () => true,
): (item: string) => number | undefined {
  const places = new Map<string, number[]>()
  for (let at = items.length - 1; at >= 0; at--) {
    if (isFree(at)) addTo(places, items[at]!, at)
  }
  return (item) => places.get(item)?.pop()
}

/** The first item for each key. */
export function firstByKey<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, Item> {
  const found = new Map<Key, Item>()
  for (const item of items) if (!found.has(keyOf(item))) found.set(keyOf(item), item)
  return found
}
