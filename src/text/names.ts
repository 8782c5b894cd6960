/** Normalised names for comparison, from the strictest form to the most tolerant. */

/** A text on one line, with single spaces between its words. */
export function oneLine(text: string): string {
  // Most names have single spaces already.
  return (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text).trim()
}

/** A title or label for comparison: case and spacing are ignored. */
export function plainTitle(text: string): string {
  return oneLine(text.toLowerCase())
}

/** The name of a team for comparison: case, spaces, dashes and underscores are ignored. */
export function canonicalName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '')
}

/** The words of a text in lower case, separated by single spaces. */
export function plainWords(text: string): string {
  const lower = text.toLowerCase()
  // The first use of a Unicode property in an expression takes 9 ms.
  const words = /[^\0-\x7f]/.test(lower) ? lower.replace(/[^\p{L}\p{N}]+/gu, ' ') : lower.replace(/[^a-z0-9]+/g, ' ')
  return words.trim()
}

/** A text as a sentence: with its first letter in upper case. */
export function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
