/** Values as Python writes and reads them: docutils' messages quote them so. */
import { trim } from '../whitespace.ts'

/** Python's `repr()` of what an option can hold. */
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

/** Python's `int(text)`; nothing where Python finds none. */
export function parseInteger(text: string): number | undefined {
  const digits = trim(text)
  if (/^[-+]?[0-9]+(?:_[0-9]+)*$/.test(digits)) return Number(digits.replaceAll('_', ''))
  // Digits of other scripts count as well.
  if (/^[-+]?\p{Nd}+(?:_\p{Nd}+)*$/u.test(digits)) {
    return Number(digits.replaceAll('_', '').replace(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0) as number))))
  }
  return undefined
}

/** Decimal digits come in blocks of ten, from zero to nine. */
function digitValue(codePoint: number): number {
  let zero = codePoint
  while (codePoint - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return codePoint - zero
}

/** What Python says of a text that is no number. */
export function notAnInteger(text: string | null): string {
  if (text === null) return "int() argument must be a string, a bytes-like object or a real number, not 'NoneType'"
  return `invalid literal for int() with base 10: ${repr(text)}`
}
