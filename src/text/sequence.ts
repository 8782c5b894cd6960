/** Compares two lists, and finds rising subsequences. */

/** The longest common subsequence of two lists, as pairs of indexes. Equal ends are taken first, so that the table stays
 *  small for the edits that people make. */
export function commonSubsequence(a: readonly string[], b: readonly string[]): [number, number][] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const rows = a.length - start - end
  const columns = b.length - start - end
  const width = columns + 1
  const longest = new Uint32Array((rows + 1) * width)
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[start + i] === b[start + j]
          ? (longest[(i + 1) * width + j + 1] as number) + 1
          : Math.max(longest[(i + 1) * width + j] as number, longest[i * width + j + 1] as number)
    }
  }
  const pairs: [number, number][] = []
  for (let at = 0; at < start; at++) pairs.push([at, at])
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (a[start + i] === b[start + j]) pairs.push([start + i++, start + j++])
    else if ((longest[(i + 1) * width + j] as number) >= (longest[i * width + j + 1] as number)) i++
    else j++
  }
  for (let at = end; at > 0; at--) pairs.push([a.length - at, b.length - at])
  return pairs
}

/** The positions of a longest rising subsequence. Negative values are never part of it. */
export function rising(values: readonly number[]): Set<number> {
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
