/** The values of directive options: each kind is a converter, with docutils' words for errors. */
import { withoutEnd } from '../../text/index.ts'
import { escapeBackslashes, removeWhitespace } from '../escapes.ts'
import { makeId } from '../name.ts'
import { notAnInteger, parseInteger, repr } from '../python.ts'
import type { DocutilsBehaviour } from '../versions.ts'
import { trim, words } from '../whitespace.ts'
import { isEncoding } from './encodings.ts'

/** `null` is docutils' `None`: the option is given without a value. */
export type OptionValue = string | number | null | readonly string[] | readonly number[]

export type Converted<T extends OptionValue = OptionValue> = { value: T } | { problem: string }

/** Converts an option's text; `null` if it has none. */
export type Converter = (argument: string | null, docutils: DocutilsBehaviour) => Converted

const required: Converted<never> = { problem: 'argument required but none supplied' }

/** No value at all. */
export const flag: Converter = (argument) => {
  if (argument !== null && trim(argument) !== '') return { problem: `no argument is allowed; "${argument}" supplied` }
  return { value: null }
}

/** Any text, or none. */
export const unchanged: Converter = (argument) => ({ value: argument ?? '' })

/** Any text. */
export const unchangedRequired: Converter = (argument) => (argument === null ? required : { value: argument })

/** A file name: lines are joined. */
export const path: Converter = (argument) => {
  if (argument === null) return required
  return { value: argument.split('\n').map(trim).join('') }
}

/** An address: unescaped white space is dropped. */
export const uri: Converter = (argument) => (argument === null ? required : { value: readUri(argument) })

export function readUri(argument: string): string {
  return removeWhitespace(escapeBackslashes(argument)).replaceAll('\0', '')
}

function integer(argument: string | null): Converted<number> {
  const value = argument === null ? undefined : parseInteger(argument)
  return value === undefined ? { problem: notAnInteger(argument) } : { value }
}

export const anyInteger: Converter = integer

/** 0, 1, 2, … */
export function nonnegativeInteger(argument: string | null): Converted<number> {
  const number = integer(argument)
  return 'value' in number && number.value < 0 ? { problem: 'negative value; must be positive or zero' } : number
}

/** 1, 2, 3, … */
export function positiveInteger(argument: string | null): Converted<number> {
  const number = integer(argument)
  return 'value' in number && number.value < 1 ? { problem: 'negative or zero value; must be positive' } : number
}

/** Positive integers between commas, or between spaces. */
export const positiveIntegers: Converter = (argument) => {
  if (argument === null) return { problem: "argument of type 'NoneType' is not iterable" }
  const values: number[] = []
  for (const item of argument.includes(',') ? argument.split(',') : words(argument)) {
    const number = positiveInteger(item)
    if ('problem' in number) return number
    values.push(number.value)
  }
  return { value: values }
}

/** A whole percentage; the sign may be left out. */
export const percentage: Converter = (argument) => nonnegativeInteger(argument === null ? null : withoutEnd(argument, ' %'))

/** An integer, or no value. In older versions the directive checks the value. */
export const optionalInteger: Converter = (argument, docutils) =>
  argument === null || !docutils.numberLinesOption ? unchanged(argument, docutils) : integer(argument)

const lengthUnits = ['em', 'ex', 'px', 'in', 'cm', 'mm', 'pt', 'pc'] as const
const cssUnits = ['em', 'ex', 'ch', 'rem', 'vw', 'vh', 'vmin', 'vmax', 'cm', 'mm', 'Q', 'in', 'pt', 'pc', 'px'] as const

/** A number with one of the units, as versions before 0.22 read it. */
function measure(argument: string, units: readonly string[]): Converted<string> {
  const match = /^([0-9.]+) *([a-z%]*)\n?$/.exec(argument)
  const [, number = '', unit = ''] = match ?? []
  if (!match || !units.includes(unit) || !/^(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/.test(number)) {
    const list = units.map((known) => `"${known}"`).join(' ')
    return { problem: `not a positive measure of one of the following units:\n${list}` }
  }
  return { value: number + unit }
}

/** A number with or without one of the units, as versions since 0.22 read it. */
function cssMeasure(argument: string, units: readonly string[]): Converted<string> {
  const match = /^(-?[0-9.]+) *([a-zA-Zµ]*|%?)$/.exec(argument)
  const [, written = '', unit = ''] = match ?? []
  const number = /^-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/.test(written) ? Number(written) : undefined
  if (!match || number === undefined) return { problem: `"${argument}" is no valid measure.` }
  if (number < 0 || (unit !== '' && !units.includes(unit)))
    return { problem: `not a positive number or measure of one of the following units:\n${units.join(', ')}` }
  // Python keeps the decimal point of the source.
  const shown = written.includes('.') && Number.isInteger(number) ? `${number}.0` : String(Math.abs(number))
  return { value: shown + unit }
}

const noLength: Converted<never> = { problem: "expected string or bytes-like object, got 'NoneType'" }

/** `3.5 em`, or a bare number. */
export const lengthOrUnitless: Converter = (argument, docutils) => {
  if (argument === null) return noLength
  return docutils.lengthUnits ? cssMeasure(argument, cssUnits) : measure(argument, [...lengthUnits, ''])
}

/** `3.5 em`, `20 %`, or a bare number. */
export const lengthOrPercentageOrUnitless: Converter = (argument, docutils) => {
  if (argument === null) return noLength
  if (docutils.lengthUnits) return cssMeasure(argument, [...cssUnits, '%'])
  const bare = measure(argument, [''])
  return 'value' in bare ? bare : measure(argument, [...lengthUnits, '%'])
}

/** Class names, each made an identifier. */
export function classNames(argument: string | null): Converted<string[]> {
  if (argument === null) return required
  const names: string[] = []
  for (const word of words(argument)) {
    const name = makeId(word)
    if (name === '') return { problem: `cannot make "${word}" into a class name` }
    names.push(name)
  }
  return { value: names }
}

/** One of some values, in any case. */
export function choice(...values: readonly string[]): Converter {
  const last = values[values.length - 1]
  const rest = values.slice(0, -1).map((value) => `"${value}"`)
  const list = `${rest.join(', ')}, or "${last}"`
  return (argument) => {
    if (argument === null) return { problem: `must supply an argument; choose from ${list}` }
    const value = trim(argument.toLowerCase())
    return values.includes(value) ? { value } : { problem: `"${argument}" unknown; choose from ${list}` }
  }
}

/** One of some values exactly, or the result of another converter. */
export function valueOr(values: readonly string[], other: Converter): Converter {
  return (argument, docutils) =>
    argument !== null && values.includes(argument) ? { value: argument } : other(argument, docutils)
}

const characterCode = /^(?:0x|x|\\x|u\+?|\\u)([0-9a-f]+)$|^&#x([0-9a-f]+);$/i

/** The character of a code (`169`, `0xA9`, `U+00A9`, `&#xA9;`), or the text itself. */
export function characterOf(code: string): Converted<string> {
  const match = characterCode.exec(code)
  const digits = /^\p{Nd}+$/u.test(code) ? parseInteger(code) : undefined
  if (!match && digits === undefined) return { value: code }
  const codePoint = match ? Number.parseInt((match[1] ?? match[2]) as string, 16) : (digits as number)
  if (codePoint > 0x7fffffff) return { problem: 'code too large (Python int too large to convert to C int)' }
  if (codePoint > 0x10ffff) return { problem: 'chr() arg not in range(0x110000)' }
  return { value: String.fromCodePoint(codePoint) }
}

/** One character, as it is or as its code. */
export const singleCharacter: Converter = (argument) => {
  // docutils crashes on an empty value.
  const character = argument === null ? required : characterOf(argument)
  if ('problem' in character || [...character.value].length <= 1) return character
  return { problem: `${repr(character.value)} invalid; must be a single character or a Unicode code` }
}

/** The same, or the name of a white-space character. */
export const singleCharacterOrWhitespace: Converter = (argument, docutils) => {
  if (argument === 'tab') return { value: '\t' }
  if (argument === 'space') return { value: ' ' }
  return singleCharacter(argument, docutils)
}

/** The name of a text encoding. */
export const encoding: Converter = (argument) => {
  if (argument === null) return { problem: 'lookup() argument must be str, not None' }
  return isEncoding(argument) ? { value: argument } : { problem: `unknown encoding: "${argument}"` }
}

/** The options that most directives have. */
export const commonOptions = { class: classNames, name: unchanged } as const
