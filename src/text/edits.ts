/** Edits: what becomes of a piece of a text. */

/** One replacement: the text from `offset` to `endOffset` becomes `text`. */
export interface Edit {
  offset: number
  endOffset: number
  text: string
}

/** The text after edits, or a piece of it; those at one place in the order in which they are given.
 * @throws {RangeError} where edits overlap
 */
export function applyEdits(source: string, edits: readonly Edit[], from = 0, to = source.length): string {
  let result = ''
  let at = from
  for (const edit of [...edits].sort((a, b) => a.offset - b.offset || a.endOffset - b.endOffset)) {
    if (edit.offset < at) throw new RangeError('Cannot apply edits: two of them overlap')
    result += source.slice(at, edit.offset) + edit.text
    at = edit.endOffset
  }
  return result + source.slice(at, to)
}

/** The index of the first of sorted pieces of a text that begins at an offset or behind it. */
export function indexFrom(pieces: readonly { offset: number }[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (pieces[middle]!.offset < offset) low = middle + 1
    else high = middle
  }
  return low
}
