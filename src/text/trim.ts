/** Texts without what stands at their ends. Regular expressions for that, such as `\s+$`, try every run of the characters again from
 * each of its places: they take the square of its length. */

/** A text without these characters at its end. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text[end - 1]!)) end--
  return text.slice(0, end)
}

/** Whole lines without the blank ones in front and the white space at the end. */
export function withoutBlankEnds(lines: string): string {
  return lines.trimEnd().replace(/^(?:[ \t]*\n)+/, '')
}
