/** Sets of characters, as `unicode-tables.ts` writes them. */

/** Says of a code point whether a set has it. The table is read at the first question. */
export function characterSet(table: string): (codePoint: number) => boolean {
  let ends: Uint32Array | undefined
  return (codePoint) => {
    ends ??= readTable(table)
    // The number of ends at or below the code point is odd inside a range.
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (ends[middle]! <= codePoint) low = middle + 1
      else high = middle
    }
    return low % 2 === 1
  }
}

/** First code points, and those one behind the last. */
function readTable(table: string): Uint32Array {
  let last = 0
  return Uint32Array.from(table.split(' '), (distance, i) => {
    last += Number.parseInt(distance, 36)
    return last + (i % 2)
  })
}
