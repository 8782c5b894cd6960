/** Sets of characters, in the format of `unicode-tables.ts`. */

/** Returns a function that tells whether a set contains a code point. The table is decoded on the first call. */
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

/** The first code point of each range, and the one after its last. */
function readTable(table: string): Uint32Array {
  let last = 0
  return Uint32Array.from(table.split(' '), (distance, i) => {
    last += Number.parseInt(distance, 36)
    return last + (i % 2)
  })
}
