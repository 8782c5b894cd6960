/** Markers of list items: `*`, `#.`, `1.`, `(a)`. */

/** The marker that text begins with, if it does: a bullet or an enumerator, as the specification has them. */
export function markerOf(text: string): string | undefined {
  return /^(?:[*+•‣⁃-]|\(?(?:#|\d+|[a-zA-Z]+)[.)])(?=\s|$)/.exec(text)?.[0]
}

const romans: readonly (readonly [string, number])[] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
]

/** The marker of the item at `index` (0-based) of a list that begins with `first`. */
export function markerAt(first: string, index: number): string {
  const parts = /^(\(?)(\d+|[a-zA-Z]+)([.)])$/.exec(first)
  if (!parts || index === 0) return first
  const [, prefix = '', ordinal = '', suffix = ''] = parts
  return prefix + ordinalAt(ordinal, index) + suffix
}

function ordinalAt(first: string, index: number): string {
  if (/^\d+$/.test(first)) return String(Number(first) + index)
  // One letter counts in letters, but for `i`, with which docutils begins Roman numerals.
  if (first.length === 1 && first.toLowerCase() !== 'i') return String.fromCharCode(first.charCodeAt(0) + index)
  const roman = toRoman(fromRoman(first.toLowerCase()) + index)
  return first === first.toUpperCase() ? roman.toUpperCase() : roman
}

function fromRoman(text: string): number {
  let value = 0
  let rest = text
  for (const [letters, worth] of romans) {
    while (rest.startsWith(letters)) {
      value += worth
      rest = rest.slice(letters.length)
    }
  }
  return value
}

function toRoman(value: number): string {
  let rest = value
  let text = ''
  for (const [letters, worth] of romans) {
    while (rest >= worth) {
      text += letters
      rest -= worth
    }
  }
  return text
}
