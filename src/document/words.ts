/** Finds where two texts differ, for messages. */

export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** The maximum number of words to show. */
const shown = 8

/** The first words in which two texts differ, with the word before them. */
export function firstDifference(a: string, b: string): { a: string; b: string } {
  const [left, right] = [wordsOf(a), wordsOf(b)]
  let at = 0
  while (at < left.length && at < right.length && left[at] === right[at]) at++
  const from = Math.max(0, at - 1)
  return { a: excerpt(left, from), b: excerpt(right, from) }
}

/** The beginning of a text, on one line. */
export function beginning(text: string): string {
  return excerpt(wordsOf(text), 0)
}

function excerpt(words: readonly string[], from: number): string {
  const text = words.slice(from, from + shown).join(' ')
  const short = text.length > 72 ? text.slice(0, 72).trimEnd() : text
  const isCut = short !== text || from + shown < words.length
  return `${from > 0 ? '… ' : ''}${short}${isCut ? ' …' : ''}`
}
