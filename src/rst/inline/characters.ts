/** The character classes of inline markup. */
import { characterSet } from '../ranges.ts'
import { afterMarkup, beforeMarkup, quotePairs } from '../unicode-tables.ts'
import { isWhitespace } from '../whitespace.ts'

const mayStandBefore = characterSet(beforeMarkup)
const mayStandAfter = characterSet(afterMarkup)

/** The closing characters for each opening one. */
const closersOf = new Map(quotePairs.split(' ').map((pair) => [pair[0]!, pair.slice(1)]))

const before = 1
const after = 2
const word = 4
/** Punctuation that may stand alone between the letters of a simple reference name. */
export const namePunctuation = 8
export const schemePart = 16
/** Characters of a URI, except `?` and `#`, which start its query and fragment. */
export const uriPart = 32
/** Characters that a URI may end with; others only before `>`. */
export const uriLast = 64
/** Characters of an e-mail address, except `.` and `@`. */
export const emailPart = 128
/** The same with `.`. */
export const emailHost = 256
export const letter = 512

const spaces = '\t\n\v\f\r\x1c\x1d\x1e\x1f '
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const alphanumeric = `${letters}0123456789`
const emailParts = `-_!~*'{|}/#?^\`&=+$%\0${alphanumeric}`

/** The ASCII characters of each class. Those of `before` and `after` are the white space and what the tables contain. */
export const asciiClasses = new Map([
  [before, `${spaces}"'(-/:<[{`],
  [after, `${spaces}\0!"'),-./:;>?\\]}`],
  [word, alphanumeric],
  [namePunctuation, '-._+:'],
  [schemePart, `.+-${alphanumeric}`],
  [uriPart, `-_.!~*'()[];/:@&=+$,%\0${alphanumeric}`],
  [uriLast, `_~*/=+${alphanumeric}`],
  [emailPart, emailParts],
  [emailHost, `.${emailParts}`],
  [letter, letters],
])

/** For each ASCII character, the classes that it belongs to, one bit for each class. */
const ascii = new Uint16Array(128)
for (const [characterClass, characters] of asciiClasses)
  for (let index = 0; index < characters.length; index++) ascii[characters.charCodeAt(index)]! |= characterClass

/** Whether the character at `index` is an ASCII character of a class. */
export function isIn(characterClass: number, text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code < 128 && (ascii[code]! & characterClass) !== 0
}

const runs = new Map<number, RegExp>()

/** The end of the run of ASCII characters of a class that starts at `from`. An expression reads it faster than calls of `isIn`. */
export function runEnd(characterClass: number, text: string, from: number): number {
  let run = runs.get(characterClass)
  if (!run) {
    run = new RegExp(`[${asciiClasses.get(characterClass)!.replace(/[\]\\^-]/g, '\\$&')}]*`, 'y')
    runs.set(characterClass, run)
  }
  run.lastIndex = from
  run.test(text)
  return run.lastIndex
}

/** The code point that ends at `index`. */
function codePointBefore(text: string, index: number): number {
  const code = text.charCodeAt(index - 1)
  return code >= 0xdc00 && code < 0xe000 && index > 1 ? text.codePointAt(index - 2)! : code
}

/** Recognition rule 6: whether inline markup may start after the character before `index`. */
export function startsAfter(text: string, index: number): boolean {
  const code = text.charCodeAt(index - 1)
  if (code < 128) return (ascii[code]! & before) !== 0
  return isWhitespace(code) || mayStandBefore(codePointBefore(text, index))
}

/** Recognition rule 7: whether inline markup may end before the character at `index`, which is not the end. */
export function endsBefore(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  if (code < 128) return (ascii[code]! & after) !== 0
  return isWhitespace(code) || mayStandAfter(text.codePointAt(index)!)
}

/** Recognition rule 5: whether the characters around a start-string are quotes or brackets of the same kind. */
export function isQuoted(text: string, start: number, end: number): boolean {
  const closers = closersOf.get(String.fromCodePoint(codePointBefore(text, start)))
  return closers?.includes(String.fromCodePoint(text.codePointAt(end)!)) ?? false
}

/** The expression is compiled on the first call, because that is slow. */
const isLetterOrNumber = (character: string) => /[\p{L}\p{N}]/u.test(character)

/** The length of the letter or digit at `index`: 0 if there is none, 2 for a surrogate pair. */
export function wordLength(text: string, index: number): number {
  const code = text.charCodeAt(index)
  if (code < 128) return ascii[code]! & word ? 1 : 0
  if (!(code >= 128)) return 0
  const character = String.fromCodePoint(text.codePointAt(index)!)
  return isLetterOrNumber(character) ? character.length : 0
}

/** The length of the letter or digit that ends at `index`. */
export function wordLengthBefore(text: string, index: number): number {
  if (index <= 0) return 0
  const code = text.charCodeAt(index - 1)
  if (code < 128) return ascii[code]! & word ? 1 : 0
  const character = String.fromCodePoint(codePointBefore(text, index))
  return isLetterOrNumber(character) ? character.length : 0
}
