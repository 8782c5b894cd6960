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
  withinEqualEnds(a, b, { a: 0, aEnd: a.length, b: 0, bEnd: b.length }, pairs, (part) => {
    // Equal texts that were cut out of different texts are compared character by character; their numbers are not.
    const numbers = new Map<string, number>()
    const left = numbered(a, part.a, part.aEnd, numbers)
    const right = numbered(b, part.b, part.bEnd, numbers)
    const compare = (whole: Region, anchorings: readonly Anchoring[]): void =>
      withinEqualEnds(left, right, whole, pairs, (region) => {
        const size = (region.aEnd - region.a) * (region.bEnd - region.b)
        const [anchoring, ...others] = anchorings
        if (size <= cells) {
          cells -= size
          if (size > 0) addLongest(left, right, region, pairs)
        } else if (anchoring) {
          let { a: i, b: j } = region
          for (const [nextI, nextJ] of anchoring(left, right, region)) {
            compare({ a: i, aEnd: nextI, b: j, bEnd: nextJ }, others)
            pairs.push([nextI, nextJ])
            ;[i, j] = [nextI + 1, nextJ + 1]
          }
          compare({ ...region, a: i, b: j }, others)
        }
      })
    compare(part, [uniqueItems, nthItems])
  })
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

/** Adds the pairs of a region. Equal ends are taken first, so that the table for what is `within` them stays small for the edits that people
 * make.
 */
function withinEqualEnds<Item>(
  a: ArrayLike<Item>,
  b: ArrayLike<Item>,
  whole: Region,
  pairs: [number, number][],
  within: (region: Region) => void,
): void {
  let { a: i, aEnd, b: j, bEnd } = whole
  while (i < aEnd && j < bEnd && a[i] === b[j]) pairs.push([i++, j++])
  while (i < aEnd && j < bEnd && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd--
    bEnd--
  }
  within({ a: i, aEnd, b: j, bEnd })
  while (aEnd < whole.aEnd) pairs.push([aEnd++, bEnd++])
}

/** Items by their numbers: equal ones have the same. */
type Numbers = Uint32Array

/** The numbers of the items from one index to another, at these indexes. */
function numbered(items: readonly string[], from: number, to: number, numbers: Map<string, number>): Numbers {
  const found = new Uint32Array(items.length)
  for (let at = from; at < to; at++) {
    const item = items[at]!
    let number = numbers.get(item)
    if (number === undefined) {
      number = numbers.size
      numbers.set(item, number)
    }
    found[at] = number
  }
  return found
}

/** Finds pairs of equal items that split a region. */
type Anchoring = (a: Numbers, b: Numbers, region: Region) => [number, number][]

const uniqueItems: Anchoring = (a, b, region) => {
  const [left, right] = [uniquePlaces(a, region.a, region.aEnd), uniquePlaces(b, region.b, region.bEnd)]
  return anchored(a, region, (item) => (left.get(item) === -1 ? -1 : (right.get(item) ?? -1)))
}

/** The place of each item; -1 for an item with several. */
function uniquePlaces(items: Numbers, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let at = from; at < to; at++) places.set(items[at]!, places.has(items[at]!) ? -1 : at)
  return places
}

const nthItems: Anchoring = (a, b, region) => {
  /** The first place of each item that has no partner yet, and for each place the next one of the same item. */
  const first = new Map<number, number>()
  const next = new Int32Array(region.bEnd - region.b)
  for (let at = region.bEnd - 1; at >= region.b; at--) {
    next[at - region.b] = first.get(b[at]!) ?? -1
    first.set(b[at]!, at)
  }
  return anchored(a, region, (item) => {
    const place = first.get(item) ?? -1
    if (place >= 0) first.set(item, next[place - region.b]!)
    return place
  })
}

/** The pairs that rise; `partnerOf` is -1 for an item without a partner. */
function anchored(a: Numbers, region: Region, partnerOf: (item: number) => number): [number, number][] {
  const partners = new Int32Array(region.aEnd - region.a)
  for (let at = 0; at < partners.length; at++) partners[at] = partnerOf(a[region.a + at]!)
  return Array.from(longestRising(partners), (at): [number, number] => [region.a + at, partners[at]!])
}

/** Adds the pairs of the longest common subsequence of a region, by a table of all lengths. */
function addLongest(a: Numbers, b: Numbers, region: Region, pairs: [number, number][]): void {
  const [rows, columns] = [region.aEnd - region.a, region.bEnd - region.b]
  const width = columns + 1
  const longest = new Uint32Array((rows + 1) * width)
  const [left, right] = [a.subarray(region.a, region.aEnd), b.subarray(region.b, region.bEnd)]
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

/** The positions of a longest rising subsequence, in order. Negative values are never part of it. */
export function longestRising(values: ArrayLike<number>): Set<number> {
  // `starts[n]` is the position of the largest value that begins a run of n + 1 values, counted from the end.
  const starts: number[] = []
  const next = new Int32Array(values.length)
  for (let position = values.length - 1; position >= 0; position--) {
    if (values[position]! < 0) continue
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (values[starts[middle]!]! >= values[position]!) low = middle + 1
      else high = middle
    }
    next[position] = low === 0 ? -1 : starts[low - 1]!
    starts[low] = position
  }
  const kept = new Set<number>()
  for (let position = starts.at(-1) ?? -1; position >= 0; position = next[position]!) kept.add(position)
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

/** A function that gives the index of an item, and of the next equal one when it is called again; `undefined` after the last one. Only
 * indexes that are `isFree` at the beginning are given.
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
