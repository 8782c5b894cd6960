/** Edits: replacements of parts of a text. */

/** One replacement: the text from `offset` to `endOffset` becomes `text`. */
export interface Edit {
  offset: number
  endOffset: number
  text: string
}

/** Applies edits to a text, or to a piece of it. Edits at the same place apply in the given order.
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

/** The index of the first of the sorted pieces that begins at or after an offset. */
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
