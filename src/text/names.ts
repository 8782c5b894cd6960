/** What two spellings of one name have in common, from the strictest to the most forgiving. */

/** A text on one line, single spaces between its words. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** A title or label for comparison: capitals and spacing do not count. */
export function plainTitle(text: string): string {
  return oneLine(text.toLowerCase())
}

/** The name of a team for comparison: capitals, spaces, dashes and underscores do not count. */
export function canonicalName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '')
}

/** The words of a text in lower case, with a space between them and nothing else. */
export function plainWords(text: string): string {
  const lower = text.toLowerCase()
  // What knows the letters of the whole world takes 9 ms when it is met for the first time.
  const words = /[^\0-\x7f]/.test(lower) ? lower.replace(/[^\p{L}\p{N}]+/gu, ' ') : lower.replace(/[^a-z0-9]+/g, ' ')
  return words.trim()
}
