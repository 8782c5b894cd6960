/** Backslash escapes (the specification's *Escaping Mechanism*).
 *
 * Inline markup is read in an escaped form of its text: every backslash that escapes a character is replaced by a NUL, so the length
 * stays the same. A backslash that is still there is text.
 */
import { isWhitespace, words } from './whitespace.ts'

/** The escaped form of a text. */
export function escapeBackslashes(text: string): string {
  let backslash = text.indexOf('\\')
  if (backslash < 0) return text
  let escaped = ''
  let done = 0
  while (backslash >= 0) {
    escaped += `${text.slice(done, backslash)}\0${text.slice(backslash + 1, backslash + 2)}`
    done = backslash + 2
    backslash = text.indexOf('\\', done)
  }
  return escaped + text.slice(done)
}

/** The meaning of an escaped text: escaped white space disappears, any other escaped character stands for itself. */
export function resolveEscapes(escaped: string): string {
  if (!escaped.includes('\0')) return escaped
  return escaped.replace(/\0[ \n]?/g, '')
}

/** The source that an escaped text was made from. */
export function restoreBackslashes(escaped: string): string {
  return escaped.includes('\0') ? escaped.replaceAll('\0', '\\') : escaped
}

/** An escaped text without its white space, except that escaped white space becomes a space: for the URI of a target. */
export function removeWhitespace(escaped: string): string {
  return escaped
    .split(/\0[ \n]/)
    .map((part) => words(part).join(''))
    .join(' ')
}

/** Whether the character at `index` is an escape (NUL) or white space. Markup may not begin or end next to it. */
export function isEscapeOrWhitespace(escaped: string, index: number): boolean {
  const code = escaped.charCodeAt(index)
  return code === 0 || isWhitespace(code)
}
