/** Edits of YAML text, so that it says another value and everything else stays where and how it is. */
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { align, rising } from './align.ts'
import { quoteOf, withQuotesOf } from './habits.ts'
import { columnAt, endOfValue, type Item, itemsOf, lineEndAt, lineStartAt, NotEditable, ownCommentsStart } from './items.ts'
import { fitsLiteral, inlineScalar, literalBlock } from './scalars.ts'
import { isRecord, isSame } from './values.ts'
import { entryText, flowText, isExact, pairText, valueText, type WritingStyle } from './write.ts'

/** Replaces the text between two offsets. */
export interface Edit {
  start: number
  end: number
  text: string
}

/** What an edit needs to know about where it is. */
export interface Editing {
  source: string
  style: WritingStyle
  edits: Edit[]
}

/** Applies edits; those at the same place in the order in which they were made. */
export function applyEdits(source: string, edits: readonly Edit[], from = 0, to = source.length): string {
  let text = ''
  let at = from
  const ordered = edits
    .map((edit, index) => ({ ...edit, index }))
    .sort((a, b) => a.start - b.start || a.end - b.end || a.index - b.index)
  for (const edit of ordered) {
    if (edit.start < at) throw new NotEditable('edits overlap')
    text += source.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return text + source.slice(at, to)
}

/** Makes a block mapping say `after`. */
export function editMapping(
  editing: Editing,
  map: YAMLMap,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): void {
  const { source, edits, style } = editing
  const items = itemsOf(source, map)
  const column = columnAt(source, items[0]!.start)
  const removed = items.filter((item) => after[item.key!] === undefined)
  if (removed.length === items.length) throw new NotEditable('nothing stays')
  // A first key on the line of a dash holds the line: what takes its place is written anew with it.
  if (removed[0] === items[0] && !items[0]!.ownLine) throw new NotEditable('the key on the line of the dash')

  const keys = Object.keys(after).filter((key) => after[key] !== undefined)
  const isThere = new Set(items.filter((item) => !removed.includes(item)).map((item) => item.key!))
  /** The new keys behind each key that is there; those before all of them behind nothing. */
  const added = new Map<string | undefined, string[]>()
  let anchor: string | undefined
  for (const key of keys) {
    if (isThere.has(key)) anchor = key
    else added.set(anchor, [...(added.get(anchor) ?? []), key])
  }
  const spaced = isSpaced(source, items)
  const first = added.get(undefined)
  if (first !== undefined)
    insertFirst(
      editing,
      items[0]!,
      first.map((key) => pairText(key, after[key], column, style)),
      column,
      spaced,
    )
  for (const [index, item] of items.entries()) {
    const key = item.key!
    if (removed.includes(item)) {
      removeItem(editing, items, index, { spaced, nextStays: !removed.includes(items[index + 1]!) })
      continue
    }
    if (!isSame(before[key], after[key])) editItem(editing, item, before[key], after[key], { column, key })
    for (const name of added.get(key) ?? [])
      insertAfter(edits, source, item, pairText(name, after[name], column, style), column, spaced)
  }
}

/** Makes a block list say `after`. */
export function editList(
  editing: Editing,
  list: YAMLSeq,
  before: readonly unknown[],
  after: readonly unknown[],
  key: string | undefined,
): void {
  const { source } = editing
  const items = itemsOf(source, list)
  if (items.length !== before.length || !items.every((item) => item.ownLine || item === items[0]))
    throw new NotEditable('entries')
  const column = columnAt(source, items[0]!.start)
  const style = withQuotesOf(list.items, editing.style)
  const spaced = isSpaced(source, items)
  const origin = align(before, after, key)
  const staying = rising(origin)
  const removed = new Set([...items.keys()].filter((index) => !staying.has(index)))
  if (removed.has(0) && !items[0]!.ownLine) throw new NotEditable('the entry on the line of a dash')

  /** What stands behind each entry that stays, in order; before all of them behind -1. */
  const added = new Map<number, string[]>()
  let anchor = -1
  for (const [at, index] of origin.entries()) {
    if (staying.has(index)) {
      anchor = index
      continue
    }
    const text =
      index < 0 ? entryText(after[at], column, style) : movedText(editing, items[index]!, before[index], after[at], column)
    added.set(anchor, [...(added.get(anchor) ?? []), text])
  }
  const first = added.get(-1)
  if (first !== undefined) insertFirst(editing, items[0]!, first, column, spaced)
  for (const [index, item] of items.entries()) {
    if (removed.has(index)) {
      removeItem(editing, items, index, { spaced, withComments: origin.includes(index), nextStays: !removed.has(index + 1) })
      continue
    }
    const value = after[origin.indexOf(index)]
    if (!isSame(before[index], value)) editItem({ ...editing, style }, item, before[index], value, { column })
    for (const text of added.get(index) ?? []) insertAfter(editing.edits, source, item, text, column, spaced)
  }
}

/** The text of an entry that goes elsewhere, with its own comments and with its own edits. */
function movedText({ source, style }: Editing, item: Item, before: unknown, after: unknown, column: number): string {
  const edits: Edit[] = []
  if (!isSame(before, after)) editItem({ source, style, edits }, item, before, after, { column })
  const start = ownCommentsStart(source, item)
  return applyEdits(source, edits, start, lineEndAt(source, item.end)).slice(column)
}

/** Whether the items stand apart from each other by blank lines. */
function isSpaced(source: string, items: readonly Item[]): boolean {
  return items.length > 1 && items.slice(1).every((item, index) => /\n[ \t]*\n/.test(source.slice(items[index]!.end, item.start)))
}

function insertAfter(edits: Edit[], source: string, item: Item, text: string, column: number, spaced: boolean): void {
  const at = lineEndAt(source, item.end)
  edits.push({ start: at, end: at, text: `${spaced ? '\n' : ''}\n${' '.repeat(column)}${text}` })
}

function insertFirst({ source, edits }: Editing, item: Item, texts: readonly string[], column: number, spaced: boolean): void {
  const indent = ' '.repeat(column)
  const between = `${spaced ? '\n' : ''}\n`
  if (!item.ownLine) {
    edits.push({ start: item.start, end: item.start, text: texts.map((text) => text + between + indent).join('') })
    return
  }
  const at = ownCommentsStart(source, item)
  if (at === 0) edits.push({ start: 0, end: 0, text: texts.map((text) => indent + text + between).join('') })
  // At the end of the line above, where no removal of what follows can be in the way.
  else edits.push({ start: at - 1, end: at - 1, text: texts.map((text) => `\n${indent}${text}${spaced ? '\n' : ''}`).join('') })
}

interface Removal {
  spaced: boolean
  /** Takes the comments above a first item too; else they may be about all of them. */
  withComments?: boolean
  nextStays: boolean
}

/** Takes an item out, with the comments that are clearly its own, from the end of the line above to the end of its last line. */
function removeItem(
  { source, edits }: Editing,
  items: readonly Item[],
  index: number,
  { spaced, withComments = false, nextStays }: Removal,
): void {
  const item = items[index]!
  let start = index === 0 && !withComments ? lineStartAt(source, item.start) : ownCommentsStart(source, item)
  let end = lineEndAt(source, item.end)
  if (start === 0) end = Math.min(source.length, end + 1)
  else start--
  // The blank line that set it apart goes with it.
  if (spaced && index > 0) {
    const gap = source.slice(0, start).match(/\n[ \t]*$/)
    if (gap !== null) start -= gap[0].length
  } else if (spaced && nextStays) {
    const gap = source.slice(end).match(start === 0 ? /^[ \t]*\n/ : /^\n[ \t]*(?=\n)/)
    if (gap !== null) end += gap[0].length
  }
  edits.push({ start, end, text: '' })
}

interface Spot {
  /** The column of the key or the dash. */
  column: number
  /** Absent for the entry of a list. */
  key?: string
}

/** Makes the value of an item say `after`. */
export function editItem(editing: Editing, item: Item, before: unknown, after: unknown, spot: Spot): void {
  const made = editing.edits.length
  try {
    if (editInside(editing, item, before, after, spot)) return
  } catch (error) {
    if (!(error instanceof NotEditable)) throw error
    editing.edits.length = made
  }
  replaceValue(editing, item, after, spot)
}

/** Edits inside of the value, where it stays of its kind; whether it could. */
function editInside(editing: Editing, item: Item, before: unknown, after: unknown, { column, key }: Spot): boolean {
  const { value } = item
  if (value === null || isAlias(value) || value.range?.[0] === value.range?.[1]) return false
  if (isScalar(value)) return typeof after === 'string' && editText(editing, value, after, { column, key })
  if (!isCollection(value) || (value as YAMLMap).anchor !== undefined) return false
  if (isRecord(after) !== isMap(value) || Array.isArray(after) !== isSeq(value)) return false
  // An empty collection stands between brackets because it cannot stand otherwise.
  if (value.items.length === 0 || Object.keys(after as object).length === 0) return false
  if (value.flow) {
    const [start, end] = value.range!
    editing.edits.push({ start, end, text: flowEdited(editing.source, value as YAMLMap | YAMLSeq, before, after) })
  } else if (isMap(value)) editMapping(editing, value, before as Record<string, unknown>, after as Record<string, unknown>)
  else editList(editing, value as YAMLSeq, before as unknown[], after as unknown[], key)
  return true
}

/** Writes another text in the place of a scalar, in its own style where the text can be. */
function editText(editing: Editing, scalar: Scalar, text: string, { column, key }: Spot): boolean {
  const { source, edits, style } = editing
  const [start] = scalar.range!
  const end = endOfValue(source, scalar)
  const lineEnd = lineEndAt(source, end)
  const block = scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED'
  if (fitsLiteral(text) && (text.includes('\n') || scalar.type === 'BLOCK_LITERAL')) {
    const step = key === undefined ? style.dashStep : style.step
    const old = block ? columnOfBlock(source, start, end) : undefined
    const to = old !== undefined && old > column ? old : column + step
    const { header, lines } = literalBlock(text, { column: to, step: to - column, exact: isExact(key, text) })
    if (block) {
      const headerEnd = start + source.slice(start).match(/^[|>][-+\d]*/)![0].length
      edits.push({ start, end: headerEnd, text: header })
      edits.push({ start: lineEndAt(source, headerEnd), end, text: `\n${lines}` })
    } else {
      // A comment behind the old text stands behind the header then.
      if (!/^[ \t]*(?:#.*)?$/.test(source.slice(end, lineEnd))) return false
      edits.push({ start, end, text: header })
      edits.push({ start: lineEnd, end: lineEnd, text: `\n${lines}` })
    }
    return true
  }
  const inline = inlineScalar(text, { quote: quoteOf(scalar) ?? 'plain' })
  const comment = block ? (source.slice(start, lineEndAt(source, start)).match(/[ \t]+#.*$/)?.[0] ?? '') : ''
  edits.push({ start, end, text: inline + comment })
  return true
}

/** The column of a block's text. */
function columnOfBlock(source: string, start: number, end: number): number | undefined {
  // Where the header tells the indentation, the first line may begin with blanks of its own.
  if (/^[|>][-+]*\d/.test(source.slice(start, start + 3))) return undefined
  const first = source.slice(lineEndAt(source, start) + 1, end).match(/^(?:[ \t]*\n)*( +)\S/)
  return first?.[1]?.length
}

/** Writes the value of an item anew; a comment on its line stays there. */
export function replaceValue(editing: Editing, item: Item, after: unknown, { column, key }: Spot): void {
  const { source, edits, style } = editing
  const { indicatorEnd, end, value } = item
  const headEnd = lineEndAt(source, indicatorEnd)
  const lineEnd = lineEndAt(source, end)
  const inline =
    value?.range &&
    value.range[0] < headEnd &&
    (isScalar(value) ? quoteOf(value) !== undefined : !isCollection(value) || value.flow)
  const tail =
    inline || end === indicatorEnd
      ? source.slice(end, lineEnd)
      : source.slice(indicatorEnd, headEnd).replace(/^[ \t]*[|>][-+\d]*/, '')
  const comment = /^[ \t]*#/.test(tail) ? ` ${tail.trim()}` : ''
  const text = valueText(after, { column, style, key, inList: key === undefined })
  const breakAt = comment === '' ? -1 : text.indexOf('\n')
  // A mapping behind a dash begins on the line of the dash, where the comment would end up behind its first key.
  edits.push({
    start: indicatorEnd,
    end: lineEnd,
    text: breakAt < 0 ? text + comment : text.slice(0, breakAt) + comment + text.slice(breakAt),
  })
}

/** A value between brackets that says `after`; the texts of what stays, and what stands between them, are kept. */
function flowEdited(source: string, collection: YAMLMap | YAMLSeq, before: unknown, after: unknown): string {
  const [start, end] = collection.range!
  const pieces = isSeq(collection)
    ? flowPieces(collection.items as Node[], before as unknown[], after as unknown[])
    : flowPairs(collection.items as Pair[], before as Record<string, unknown>, after as Record<string, unknown>)
  const places = collection.items.map((entry): [number, number] => {
    const from = ((isSeq(collection) ? entry : (entry as Pair).key) as Node).range
    const to = ((isSeq(collection) ? entry : ((entry as Pair).value ?? (entry as Pair).key)) as Node).range
    if (!from || !to) throw new NotEditable('no place')
    return [from[0], Math.max(from[1], to[1])]
  })
  const usual = places[1] === undefined ? ', ' : source.slice(places[0]![1], places[1][0])
  if (usual.includes('#')) throw new NotEditable('comments between brackets')
  let text = source.slice(start, places[0]![0])
  for (const [at, piece] of pieces.entries()) {
    const previous = pieces[at - 1]?.index
    const follows = piece.index !== undefined && previous !== undefined && piece.index === previous + 1
    if (at > 0) text += follows ? source.slice(places[previous]![1], places[piece.index!]![0]) : usual
    text += piece.text ?? source.slice(...places[piece.index!]!)
  }
  return text + source.slice(places.at(-1)![1], end)

  function flowPieces(nodes: readonly Node[], old: readonly unknown[], values: readonly unknown[]): Piece[] {
    const origin = align(old, values, undefined)
    const quote = withQuotesOf(nodes, { step: 2, listStep: 2, dashStep: 2, quoteOf: () => 'plain' }).quoteOf(undefined)
    return values.map((value, at) => {
      const index = origin[at]!
      if (index >= 0 && isSame(old[index], value)) return { index }
      const text =
        typeof value === 'string'
          ? inlineScalar(value, { quote, flow: true })
          : flowInner(source, nodes[index], old[index], value)
      return index >= 0 ? { index, text } : { text }
    })
  }

  function flowPairs(pairs: readonly Pair[], old: Record<string, unknown>, values: Record<string, unknown>): Piece[] {
    const indexes = new Map(pairs.map((pair, index) => [String((pair.key as Scalar).value), index]))
    const keys = Object.keys(values).filter((key) => values[key] !== undefined)
    const kept = pairs.map((pair) => String((pair.key as Scalar).value)).filter((key) => keys.includes(key))
    const order = [...kept, ...keys.filter((key) => !indexes.has(key))]
    return order.map((key) => {
      const index = indexes.get(key)
      if (index === undefined) return { text: `${inlineScalar(key, { flow: true })}: ${flowText(values[key])}` }
      if (isSame(old[key], values[key])) return { index }
      const value = pairs[index]!.value
      const quote = isScalar(value) ? quoteOf(value) : undefined
      const inner = values[key]
      const text =
        typeof inner === 'string'
          ? inlineScalar(inner, { quote: quote ?? 'plain', flow: true })
          : flowInner(source, value, old[key], inner)
      const keyRange = (pairs[index]!.key as Node).range!
      return { index, text: `${source.slice(keyRange[0], keyRange[1])}: ${text}` }
    })
  }
}

/** A collection inside of brackets: edited where it was one of the same kind. */
function flowInner(source: string, node: unknown, before: unknown, after: unknown): string {
  const sameKind =
    (isMap(node) && isRecord(after) && isRecord(before)) || (isSeq(node) && Array.isArray(after) && Array.isArray(before))
  if (!sameKind || node.items.length === 0 || Object.keys(after as object).length === 0) return flowText(after)
  return flowEdited(source, node as YAMLMap | YAMLSeq, before, after)
}

interface Piece {
  /** Where it was; absent for a new one. */
  index?: number
  /** Its text, where that is not the one it had. */
  text?: string
}
