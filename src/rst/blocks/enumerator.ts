/** Enumerators: `1.`, `(a)`, `iv)`, `#.`. The specification's *Enumerated Lists*. */

const sequences = ['arabic', 'loweralpha', 'upperalpha', 'lowerroman', 'upperroman'] as const
type Sequence = (typeof sequences)[number] | '#'

export interface Enumerator {
  prefix: string
  suffix: string
  /** The text of the enumerator without its format, e.g. `iv`. */
  text: string
  sequence: Sequence
  /** Its number; absent for an invalid Roman numeral. Long Arabic numbers need all their digits. */
  ordinal: number | bigint | undefined
  /** The width of the enumerator and the space after it. */
  width: number
}

const shape = /^(?:(\()([0-9]+|[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+|#)(\))|()([0-9]+|[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+|#)([).]))(?: +|$)/

const sequenceShapes: Record<Sequence, RegExp> = {
  arabic: /^[0-9]+$/,
  loweralpha: /^[a-z]$/,
  upperalpha: /^[A-Z]$/,
  lowerroman: /^[ivxlcdm]+$/,
  upperroman: /^[IVXLCDM]+$/,
  '#': /^#$/,
}

const capitalA = 65
/** What may follow the letter at the start of an enumerator: its format, or another Roman digit. */
const afterLetter = '.)ivxlcdmIVXLCDM'

/** Reads the enumerator at the start of a line. `expected` is the sequence of the current list. */
export function readEnumerator(line: string, expected?: string): Enumerator | undefined {
  // Most lines start with a word: its second letter decides.
  if (line.charCodeAt(0) >= capitalA && !afterLetter.includes(line[1] ?? ' ')) return undefined
  const match = shape.exec(line)
  if (!match) return undefined
  const prefix = match[1] ?? ''
  const text = match[2] ?? (match[5] as string)
  const suffix = match[3] ?? (match[6] as string)
  const sequence = sequenceOf(text, expected)
  return { prefix, suffix, text, sequence, ordinal: ordinalOf(text, sequence), width: match[0].length }
}

function sequenceOf(text: string, expected?: string): Sequence {
  if (text === '#') return '#'
  if (expected !== undefined && sequenceShapes[expected as Sequence]?.test(text)) return expected as Sequence
  // A single `i` is a Roman numeral, not the ninth letter.
  if (expected === undefined && text === 'i') return 'lowerroman'
  if (expected === undefined && text === 'I') return 'upperroman'
  return sequences.find((sequence) => sequenceShapes[sequence].test(text)) as Sequence
}

/** Python does not parse numbers with more digits. */
const longestNumber = 4300

function ordinalOf(text: string, sequence: Sequence): number | bigint | undefined {
  switch (sequence) {
    case '#':
      return 1
    case 'arabic':
      if (text.length > longestNumber) return undefined
      return Number(text) < Number.MAX_SAFE_INTEGER ? Number(text) : BigInt(text)
    case 'loweralpha':
    case 'upperalpha':
      return text.toLowerCase().charCodeAt(0) - 96
    default:
      return fromRoman(text.toUpperCase())
  }
}

/** The ordinal after one. */
export function nextOrdinal(ordinal: number | bigint): number | bigint {
  if (typeof ordinal === 'bigint') return ordinal + 1n
  // In `ordinalOf`, a longer number is a bigint.
  return ordinal + 1 < Number.MAX_SAFE_INTEGER ? ordinal + 1 : BigInt(ordinal) + 1n
}

/** The enumerators that the next item may have: its number, or `#`. */
export function nextEnumerators(enumerator: Enumerator): string[] {
  const { prefix, suffix, sequence } = enumerator
  const text = enumeratorText(nextOrdinal(enumerator.ordinal as number), sequence)
  return text === undefined ? [] : [`${prefix}${text}${suffix} `, `${prefix}#${suffix} `]
}

function enumeratorText(ordinal: number | bigint, sequence: Sequence): string | undefined {
  switch (sequence) {
    case '#':
      return '#'
    case 'arabic':
      return String(ordinal)
    case 'loweralpha':
    case 'upperalpha': {
      if (ordinal > 26) return undefined
      return String.fromCharCode((sequence === 'loweralpha' ? 96 : 64) + Number(ordinal))
    }
    default: {
      const roman = toRoman(Number(ordinal))
      return sequence === 'lowerroman' ? roman?.toLowerCase() : roman
    }
  }
}

const romanDigits = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const

/** Roman numerals go to 4999. */
export function toRoman(value: number): string | undefined {
  if (value < 1 || value > 4999) return undefined
  let rest = value
  let text = ''
  for (const [digit, worth] of romanDigits) {
    while (rest >= worth) {
      text += digit
      rest -= worth
    }
  }
  return text
}

/** The value of a Roman numeral in capitals. */
export function fromRoman(text: string): number | undefined {
  let value = 0
  let at = 0
  for (const [digit, worth] of romanDigits) {
    while (text.startsWith(digit, at)) {
      value += worth
      at += digit.length
      if (value > 4999) return undefined
    }
  }
  // Only the regular spelling counts: not `IIII`, not `VX`.
  return at === text.length && toRoman(value) === text ? value : undefined
}
