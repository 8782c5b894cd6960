/** Finds the place of a part of a text in its YAML scalar: block, folded, quoted or plain.
 *
 * Only white space differs between the source and the value, so places are found by counting all other characters.
 */
import type { OffsetRange } from './positions.ts'

/** The source offsets of a part of the scalar at `range`. */
export function withinScalar(
  yaml: string,
  range: readonly [number, number],
  value: string,
  { offset, endOffset }: OffsetRange,
): [number, number] {
  const places = placesOf(yaml, range)
  const countCharacters = (text: string) => text.replace(/\s/g, '').length
  // A part ends after its last character, not before the next one: there may be white space between.
  const first = countCharacters(value.slice(0, offset))
  const last = countCharacters(value.slice(0, endOffset)) - 1
  const start = places[first]?.at ?? range[1]
  return [start, Math.max(start, places[last]?.end ?? start)]
}

interface Character {
  at: number
  end: number
}

/** The characters of a scalar, without white space, in order. */
function placesOf(yaml: string, [start, end]: readonly [number, number]): Character[] {
  const source = yaml.slice(start, end)
  const block = /^[|>][^\n]*\n/.exec(source)
  const pattern = block || !/^['"]/.test(source) ? /\S/g : source.startsWith('"') ? doubleQuoted : /''|\S/g
  const body = block ? block[0].length : /^['"]/.test(source) ? 1 : 0
  const inner = source.slice(body, body === 1 ? -1 : undefined)
  return [...inner.matchAll(pattern)].flatMap((found) => {
    const at = start + body + found.index
    return Array.from({ length: unitsOf(found[0]) }, () => ({ at, end: at + found[0].length }))
  })
}

const doubleQuoted = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\r\n|[\s\S])|\S/g

/** How many characters other than white space an escape stands for. */
function unitsOf(piece: string): number {
  if (piece === "''" || !piece.startsWith('\\') || piece.length === 1) return 1
  const code = /^\\[xuU]([\da-f]+)$/i.exec(piece)?.[1]
  if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)).replace(/\s/g, '').length
  // Line break, tab, space, no-break space, and the separators of lines and paragraphs.
  return /^\\[\s ntvfr_LP]$/.test(piece) ? 0 : 1
}
