/** Nearest names: which of some words was probably meant. */

/** The candidate most similar to `word`, if it is similar enough to be a typing error; case is ignored. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase()
  // One typing error in a short word, two in a long one; with more, short names would match each other.
  let best = wanted.length < 4 ? 1 : wanted.length < 8 ? 2 : 3
  let found: string | undefined
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase(), best)
    if (distance < best || (distance === best && found === undefined && distance < wanted.length / 2)) {
      best = distance
      found = candidate
    }
  }
  return found
}

/** The edit distance of two words (insert, remove, change, swap neighbours); `limit + 1` if it is greater than `limit`. */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let start = 0
  let [aEnd, bEnd] = [a.length, b.length]
  while (start < aEnd && start < bEnd && a[start] === b[start]) start++
  while (aEnd > start && bEnd > start && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd--
    bEnd--
  }
  return distanceOf(a.slice(start, aEnd), b.slice(start, bEnd), limit)
}

/** Row by row; only the cells near the diagonal are computed, because the others are greater than the limit. */
function distanceOf(a: string, b: string, limit: number): number {
  const tooFar = limit + 1
  if (a.length === 0 || b.length === 0) return Math.min(Math.max(a.length, b.length), tooFar)
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  let current: number[] = []
  for (let i = 1; i <= a.length; i++) {
    const [unit, unitBefore] = [a.charCodeAt(i - 1), a.charCodeAt(i - 2)]
    const from = Math.max(1, i - limit)
    const to = Math.min(b.length, i + limit)
    current[from - 1] = from === 1 ? i : tooFar
    let least = current[from - 1]!
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(j - 1)
      let value = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (unit === other ? 0 : 1))
      if (unitBefore === other && unit === b.charCodeAt(j - 2)) value = Math.min(value, before[j - 2]! + 1)
      current[j] = value
      if (value < least) least = value
    }
    if (least > limit) return tooFar
    // The next row looks one cell further.
    if (to < b.length) current[to + 1] = tooFar
    ;[before, previous, current] = [previous, current, before]
  }
  return Math.min(previous[b.length]!, tooFar)
}
