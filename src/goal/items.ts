/** Splits YAML collections into the text of their entries: where each entry begins, where its value begins, and where it ends. */
import { type CST, isCollection, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import { largest } from '../text/index.ts'

/** A pair of a mapping, or an entry of a list. Offsets are 0-based, ends exclusive. */
export interface Item {
  /** At the key or the dash; between brackets, at the entry itself. */
  start: number
  /** Right after the colon or the dash. */
  indicatorEnd: number
  /** After the last character of the value; comments after it are not part of it. */
  end: number
  /** Whether only spaces precede it on its line. */
  ownLine: boolean
  value: Node | null
  key?: string
}

/** Text that cannot be split into items; the caller rewrites a larger piece. */
export class NotEditable extends Error {}

export const lineStartAt = (source: string, offset: number) => source.lastIndexOf('\n', offset - 1) + 1

export function lineEndAt(source: string, offset: number): number {
  const end = source.indexOf('\n', offset)
  return end < 0 ? source.length : end
}

export const columnAt = (source: string, offset: number) => offset - lineStartAt(source, offset)

/** The items of a collection, in order. */
export function itemsOf(source: string, collection: YAMLMap | YAMLSeq): Item[] {
  const tokens = tokensOf(collection)
  const items = collection.items.map((entry, index): Item => {
    const token = tokens[index]
    if (token === undefined) throw new NotEditable('no token')
    const isEntry = isSeq(collection)
    const value = (isEntry ? entry : (entry as Pair).value) as Node | null
    const key = isEntry ? undefined : ((entry as Pair).key as Node)
    // Anchors and tags come before their value.
    const properties = find(token.start, 'anchor') ?? find(token.start, 'tag')
    const entryStart = properties ?? value?.range?.[0]
    const indicator = !isEntry
      ? find(token.sep, 'map-value-ind')
      : collection.flow
        ? entryStart && entryStart - 1
        : find(token.start, 'seq-item-ind')
    const start = !isEntry
      ? (find(token.start, 'explicit-key-ind') ?? properties ?? key?.range?.[0])
      : collection.flow
        ? entryStart
        : indicator
    if (indicator === undefined || start === undefined) throw new NotEditable('no indicator')
    return {
      start,
      indicatorEnd: indicator + 1,
      end: Math.max(indicator + 1, endOfValue(source, value)),
      ownLine: source.slice(lineStartAt(source, start), start).trim() === '',
      value,
      ...(isScalar(key) ? { key: key.source! } : {}),
    }
  })
  return items
}

function tokensOf(collection: YAMLMap | YAMLSeq): CST.CollectionItem[] {
  if (isMap(collection)) return collection.items.map((pair) => pair.srcToken ?? { start: [] })
  const token = collection.srcToken
  if (token?.type === 'flow-collection') return token.items
  if (token?.type !== 'block-seq') throw new NotEditable('no list')
  return token.items.filter((item) => find(item.start, 'seq-item-ind') !== undefined)
}

const find = (tokens: readonly CST.SourceToken[] | undefined | null, type: string) =>
  tokens?.find((token) => token.type === type)?.offset

/** After the last character of a value; -1 if there is no value. */
export function endOfValue(source: string, node: Node | null): number {
  if (node === null || !node.range || node.range[0] === node.range[1]) return -1
  if (isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')) return endOfBlock(source, node.range)
  if (!isCollection(node) || node.flow) return node.range[1]
  return Math.max(node.range[0], largest(itemsOf(source, node as YAMLMap | YAMLSeq).map((item) => item.end)))
}

/** The end of the last line of a block that is not blank; blank lines below it belong to no entry. */
function endOfBlock(source: string, [start, end]: readonly [number, number, number]): number {
  const text = source.slice(start, end)
  const last = start + text.trimEnd().length
  return Math.min(lineEndAt(source, last), end)
}

/** Where the comment lines right above an item begin, if they belong to it: in its column, without a blank line between. */
export function ownCommentsStart(source: string, item: Item): number {
  let start = lineStartAt(source, item.start)
  const column = item.start - start
  while (start > 0) {
    const above = lineStartAt(source, start - 1)
    const line = source.slice(above, start - 1)
    if (!line.trimStart().startsWith('#') || line.length - line.trimStart().length !== column) break
    start = above
  }
  return start
}
