/** Reads and writes values like Python, because docutils' messages quote them that way. */
import { trim } from './whitespace.ts'

/** Python's `repr()` of the value of an option. */
export function repr(value: string | number | null | readonly string[] | readonly number[]): string {
  if (value === null) return 'None'
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return `[${value.map((item) => repr(item)).join(', ')}]`
  const quote = value.includes("'") && !value.includes('"') ? '"' : "'"
  let text = quote
  for (const character of value) {
    if (character === quote || character === '\\') text += `\\${character}`
    else if (character === '\n') text += '\\n'
    else if (character === '\r') text += '\\r'
    else if (character === '\t') text += '\\t'
    else if (character !== ' ' && /[\p{C}\p{Z}]/u.test(character)) text += escapeOf(character.codePointAt(0) as number)
    else text += character
  }
  return text + quote
}

function escapeOf(codePoint: number): string {
  const digits = codePoint.toString(16)
  if (codePoint < 0x100) return `\\x${digits.padStart(2, '0')}`
  return codePoint < 0x10000 ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`
}

/** Python's `int(text)`; `undefined` if Python raises an error. */
export function parseInteger(text: string): number | undefined {
  const digits = decimal(text)
  return digits === undefined ? undefined : Number(digits)
}

/** A number that Python's `int()` reads, as Python prints it; `undefined` if Python raises an error. */
export function decimal(text: string): string | undefined {
  const written = trim(text)
  // Created on first use: digits of all scripts take a millisecond.
  const parts = /^([+-]?)(\d+(?:_\d+)*)$/.exec(written) ?? /^([+-]?)(\p{Nd}+(?:_\p{Nd}+)*)$/u.exec(written)
  // Python refuses longer numbers.
  if (!parts || parts[2]!.length > 4300) return undefined
  const digits = parts[2]!
    .replaceAll('_', '')
    .replace(/[^0-9]/gu, digitValue)
    .replace(/^0+(?=.)/, '')
  return parts[1] === '-' && digits !== '0' ? `-${digits}` : digits
}

/** The value of a decimal digit of any script. In Unicode, the ten digits of a script follow each other. */
function digitValue(digit: string): string {
  const codePoint = digit.codePointAt(0)!
  let zero = codePoint
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String((codePoint - zero) % 10)
}

/** Python's error for a text that is not a number. */
export function notAnInteger(text: string | null): string {
  if (text === null) return "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'"
  return `invalid literal for int() with base 10: ${repr(text)}`
}
