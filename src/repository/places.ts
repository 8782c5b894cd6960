/** Finds the places of values in a file, for messages. */
import type { Places } from '../goal/index.ts'
import { isRecord, linesOf, type Place, placeOf, placesIn } from '../text/index.ts'

export type { Place, Places }

/** TypeScript computes its values, so their places are a guess: the last key or name on the path that the text contains. */
export function typeScriptPlaces(text: string, value: unknown): Places {
  return (path) => {
    let place: Place | undefined
    let from = 0
    let at = value
    for (const key of path) {
      at = isRecord(at) || Array.isArray(at) ? (at as Record<string | number, unknown>)[key] : undefined
      const word = typeof key === 'string' ? key : nameOf(at)
      const offset = word === undefined ? -1 : find(text, word, from)
      if (offset < 0 || word === undefined) continue
      place = placeAt(text, offset, offset + word.length)
      from = offset
    }
    return place
  }
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.split('\n')[0]
  if (!isRecord(value)) return undefined
  const name = value.name ?? value.title ?? value.url
  return typeof name === 'string' ? name : undefined
}

/** The offset of a word with no letter after it. */
function find(text: string, word: string, from: number): number {
  if (word === '') return -1
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    const isWhole = !/\w/.test(text[at - 1] ?? ' ') && !/\w/.test(text[at + word.length] ?? ' ')
    if (isWhole) return at
  }
  return -1
}

/** The place between two offsets of a text. */
export function placeAt(text: string, offset: number, endOffset: number): Place {
  return placeOf(linesOf(text), offset, endOffset)
}

/** The place for a value without one. */
export function startOf(text: string): Place {
  return placeAt(text, 0, Math.min(1, text.length))
}

/** The places of a YAML or JSON text: of the key if the path ends with one, otherwise of the value. */
export async function yamlPlaces(text: string): Promise<Places> {
  const { isMap, isNode, isPair, isSeq, parseDocument } = await import('yaml')
  const root = parseDocument(text, { keepSourceTokens: false, uniqueKeys: false, logLevel: 'error' })
  const placeIn = placesIn(text)
  return (path) => {
    let node: unknown = root.contents
    let range: readonly number[] | null | undefined
    for (const step of path) {
      const item = isMap(node)
        ? node.items.find(({ key }) => isNode(key) && String((key as { value?: unknown }).value) === String(step))
        : isSeq(node)
          ? node.items[Number(step)]
          : undefined
      if (item === undefined) break
      range = isPair(item) ? (item.key as { range?: number[] }).range : (item as { range?: number[] }).range
      node = isPair(item) ? item.value : item
    }
    return range ? placeIn(range[0]!, range[1]!) : undefined
  }
}
