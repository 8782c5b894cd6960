/** Removes characters at the ends of a text. A regular expression such as `\s+$` starts again at each character of every run, which takes
 * quadratic time.
 */

/** A text without these characters at its end. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text[end - 1]!)) end--
  return text.slice(0, end)
}

/** Whole lines, without blank lines at the start and white space at the end. */
export function withoutBlankEnds(lines: string): string {
  return lines.trimEnd().replace(/^(?:[ \t]*\n)+/, '')
}
