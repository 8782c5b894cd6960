/** "Did you mean": the candidate that somebody most likely meant. */

/** The candidate with the fewest typing errors against the word, if they are few enough; the first of equals. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase()
  // A third of the letters wrong is a typing error; more is another word.
  let fewest = Math.max(1, Math.floor(wanted.length / 3)) + 1
  let best: string | undefined
  for (const candidate of candidates) {
    const errors = typingErrors(wanted, candidate.toLowerCase(), fewest)
    if (errors < fewest) {
      fewest = errors
      best = candidate
    }
  }
  return best
}

/** Letters added, left out, changed or swapped between two words (optimal string alignment), or `limit` where there are more. */
function typingErrors(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let errors = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) errors = Math.min(errors, before[j - 2]! + 1)
      current.push(errors)
    }
    before = previous
    previous = current
  }
  return Math.min(previous[b.length]!, limit)
}
