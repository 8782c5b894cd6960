/** Markers of list items: `*`, `#.`, `1.`, `(a)`. */
import { fromRoman, toRoman } from '../rst/index.ts'

/** The marker at the start of a text, if there is one: a bullet or an enumerator as in the specification. */
export function markerOf(text: string): string | undefined {
  return /^(?:[*+•‣⁃-]|\(?(?:#|\d+|[a-zA-Z]+)[.)])(?=\s|$)/.exec(text)?.[0]
}

/** The marker of the item at `index` (0-based) in a list with this first marker. */
export function markerAt(first: string, index: number): string {
  const parts = /^(\(?)(\d+|[a-zA-Z]+)([.)])$/.exec(first)
  if (!parts || index === 0) return first
  const [, prefix = '', ordinal = '', suffix = ''] = parts
  return prefix + ordinalAt(ordinal, index) + suffix
}

function ordinalAt(first: string, index: number): string {
  if (/^\d+$/.test(first)) return String(Number(first) + index)
  // A single letter is alphabetic, except `i`, which starts Roman numerals in docutils.
  if (first.length === 1 && first.toLowerCase() !== 'i') return String.fromCharCode(first.charCodeAt(0) + index)
  const roman = toRoman((fromRoman(first.toUpperCase()) ?? 0) + index) ?? first
  return first === first.toUpperCase() ? roman : roman.toLowerCase()
}
