/** Nearest names: which of some words was probably meant. */

/** The candidate most similar to `word`, if it is similar enough to be a typing error; case is ignored. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase()
  // One typing error in a short word, two in a long one; with more, short names would match each other.
  let best = wanted.length < 4 ? 1 : wanted.length < 8 ? 2 : 3
  let found: string | undefined
  const rows: Rows = [[], [], []]
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase(), best, rows)
    if (distance < best || (distance === best && found === undefined && distance < wanted.length / 2)) {
      best = distance
      found = candidate
    }
  }
  return found
}

/** Room for the rows of a comparison. Many comparisons share it: new arrays for each would cost more than the comparison. */
type Rows = [number[], number[], number[]]

/** The edit distance of two words (insert, remove, change, swap neighbours); `limit + 1` if it is greater than `limit`. */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY, rows: Rows = [[], [], []]): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let start = 0
  let [aEnd, bEnd] = [a.length, b.length]
  while (start < aEnd && start < bEnd && a.charCodeAt(start) === b.charCodeAt(start)) start++
  while (aEnd > start && bEnd > start && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd--
    bEnd--
  }
  if (aEnd === start || bEnd === start) return Math.max(aEnd, bEnd) - start
  return distanceOf(a.slice(start, aEnd), b.slice(start, bEnd), limit, rows)
}

/** Row by row; only the cells near the diagonal are computed, because the others are greater than the limit. */
function distanceOf(a: string, b: string, limit: number, rows: Rows): number {
  const tooFar = limit + 1
  let [before, previous, current] = rows
  for (let j = 0; j <= Math.min(b.length, tooFar); j++) previous[j] = j
  for (let i = 1; i <= a.length; i++) {
    const unit = a.charCodeAt(i - 1)
    const unitBefore = i > 1 ? a.charCodeAt(i - 2) : -1
    const from = Math.max(1, i - limit)
    const to = Math.min(b.length, i + limit)
    let left = from === 1 ? i : tooFar
    let least = left
    let corner = previous[from - 1]!
    let otherBefore = from > 1 ? b.charCodeAt(from - 2) : -1
    current[from - 1] = left
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(j - 1)
      const above = previous[j]!
      let value = unit === other ? corner : corner + 1
      if (above < value) value = above + 1
      if (left < value) value = left + 1
      if (unitBefore === other && unit === otherBefore && before[j - 2]! < value) value = before[j - 2]! + 1
      current[j] = value
      if (value < least) least = value
      left = value
      corner = above
      otherBefore = other
    }
    if (least > limit) return tooFar
    // The next row looks one cell further.
    if (to < b.length) current[to + 1] = tooFar
    const free = before
    before = previous
    previous = current
    current = free
  }
  return Math.min(previous[b.length]!, tooFar)
}
