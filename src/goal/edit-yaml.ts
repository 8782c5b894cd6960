/** Edits YAML text so that it has another value and everything else stays as it is. */
import { type CST, isAlias, isCollection, isScalar, isSeq, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml'
import { addTo, appendAll, applyEdits, type Edit, isRecord, isSame, longestRising, smallest } from '../text/index.ts'
import { alignWithMoves } from './align.ts'
import { columnAt, endOfValue, type Item, itemsOf, lineEndAt, lineStartAt, NotEditable, ownCommentsStart } from './items.ts'
import { foldedBlock, inlineScalar, literalBlock } from './scalars.ts'
import { entryText, flowText, pairText, valueText, type WritingStyle } from './write.ts'
import { quoteOf, withQuotesOf } from './writing-style.ts'

/** What an edit needs to know about its surroundings. */
export interface EditedText {
  source: string
  style: WritingStyle
  edits: Edit[]
}

/** One item of the collection after the edit. */
interface Wanted {
  /** The index of the item before the edit; -1 for a new one. */
  from: number
  key?: string
  before: unknown
  value: unknown
}

export interface ValuePlace {
  /** The column of the key or the dash. */
  column: number
  /** Absent for the entry of a list. */
  key?: string
}

/** A collection after the edit. The pairs of a mapping keep their order, and new pairs follow the pairs that precede them in the schema.
 * The entries of a list are in the order of the list.
 */
function wantedOf(items: readonly Item[], before: unknown, after: unknown, key: string | undefined): Wanted[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    if (items.length !== before.length) throw new NotEditable('entries')
    const [entries, wanted]: [unknown[], unknown[]] = [before, after]
    return alignWithMoves(entries, wanted, key).map((from, at) => ({ from, before: entries[from], value: wanted[at] }))
  }
  if (!isRecord(before) || !isRecord(after)) throw new NotEditable('kinds')
  const keys = Object.keys(after).filter((name) => after[name] !== undefined)
  const known = new Set(keys)
  const wanted = items.flatMap((item, from): Wanted[] =>
    known.has(item.key!) ? [{ from, key: item.key!, before: before[item.key!], value: after[item.key!] }] : [],
  )
  const own = new Set(wanted.map(({ key }) => key))
  /** The new keys after each key that stays; those before all of them have no key. */
  const added = new Map<string | undefined, Wanted[]>()
  let anchor: string | undefined
  for (const name of keys) {
    if (own.has(name)) anchor = name
    else addTo(added, anchor, { from: -1, key: name, before: undefined, value: after[name] })
  }
  return [...(added.get(undefined) ?? []), ...wanted.flatMap((one) => [one, ...(added.get(one.key) ?? [])])]
}

/** Changes a collection to `after`. */
export function editCollection(
  editing: EditedText,
  collection: YAMLMap | YAMLSeq,
  before: unknown,
  after: unknown,
  key?: string,
): void {
  const { source, edits } = editing
  const items = itemsOf(source, collection)
  const wanted = wantedOf(items, before, after, key)
  if (items.length === 0 || wanted.length === 0) throw new NotEditable('nothing between brackets')
  const style = isSeq(collection) ? withQuotesOf(collection.items, editing.style) : editing.style
  const inside = { ...editing, style }
  if (collection.flow) {
    editFlow(inside, collection, items, wanted)
    return
  }
  if (!items.slice(1).every((item) => item.ownLine)) throw new NotEditable('several on a line')

  const column = columnAt(source, items[0]!.start)
  const indent = ' '.repeat(column)
  const isSpaced = areSpaced(source, items)
  const between = `${isSpaced ? '\n' : ''}\n${indent}`
  const staying = new Set([...longestRising(wanted.map(({ from }) => from))].map((position) => wanted[position]!.from))
  const isGone = (index: number) => index < items.length && !staying.has(index)
  const textOf = (one: Wanted) =>
    one.from >= 0
      ? movedText(inside, items[one.from]!, one, column)
      : one.key === undefined
        ? entryText(one.value, column, style)
        : pairText(one.key, one.value, column, style)

  /** The new text after each item that stays; text before all of them has the key -1. */
  const added = new Map<number, string[]>()
  let anchor = -1
  for (const one of wanted) {
    if (staying.has(one.from)) {
      anchor = one.from
      editItem(inside, items[anchor]!, one.before, one.value, { column, ...(one.key === undefined ? {} : { key: one.key }) })
    } else addTo(added, anchor, textOf(one))
  }
  // If removed items start on the line of a dash, the next item that stays takes their place.
  const isOnDash = !items[0]!.ownLine
  let first = 0
  while (isOnDash && isGone(first)) first++
  for (const [index, text] of added) {
    if (index >= 0) {
      const at = lineEndAt(source, items[index]!.end)
      edits.push({ offset: at, endOffset: at, text: text.map((one) => between + one).join('') })
    } else insertFirst(editing, items, text, { between, indent, isLast: first === items.length })
  }
  if (first > 0) edits.push(pulledUp(source, items, first, added.has(-1)))
  for (let index = first; index < items.length; index++) {
    if (!isGone(index)) continue
    const withComments = index > 0 || wanted.some(({ from }) => from === index)
    edits.push(removal(source, items, index, { isSpaced, withComments, nextStays: !isGone(index + 1) }))
  }
}

/** The text of an item that moves, with its comments and its edits. */
function movedText({ source, style }: EditedText, item: Item, { key, before, value }: Wanted, column: number): string {
  const edits: Edit[] = []
  editItem({ source, style, edits }, item, before, value, { column, ...(key === undefined ? {} : { key }) })
  const start = item.ownLine ? ownCommentsStart(source, item) + column : item.start
  return applyEdits(source, edits, start, lineEndAt(source, item.end))
}

/** Whether blank lines separate the items. */
function areSpaced(source: string, items: readonly Item[]): boolean {
  return items.length > 1 && items.slice(1).every((item, index) => /\n[ \t]*\n/.test(source.slice(items[index]!.end, item.start)))
}

interface Insertion {
  between: string
  indent: string
  /** Whether all items after it are removed. */
  isLast: boolean
}

function insertFirst(
  { source, edits }: EditedText,
  items: readonly Item[],
  texts: readonly string[],
  { between, indent, isLast }: Insertion,
): void {
  const item = items[0]!
  const text = texts.join(between)
  const at = item.ownLine ? ownCommentsStart(source, item) : item.start
  if (!item.ownLine) edits.push({ offset: at, endOffset: at, text: text + (isLast ? '' : between) })
  else if (at === 0)
    edits.push({ offset: 0, endOffset: 0, text: `${indent}${text}${between.slice(0, -indent.length || undefined)}` })
  // The text goes to the end of the line above, so that it does not overlap with the removal of the text below.
  else edits.push({ offset: at - 1, endOffset: at - 1, text: `\n${indent}${text}${between.startsWith('\n\n') ? '\n' : ''}` })
}

/** Removes the items from the line of a dash up to the first one that stays. That one moves up to the dash, unless comments
 * precede it.
 */
function pulledUp(source: string, items: readonly Item[], first: number, isFilled: boolean): Edit {
  const { start } = items[0]!
  const end = lineEndAt(source, items[first - 1]!.end)
  const next = items[first]
  if (next === undefined) return { offset: start, endOffset: end, text: '' }
  if (!source.slice(end, next.start).includes('#')) return { offset: start, endOffset: next.start, text: '' }
  // A dash may stand alone on its line; otherwise the inserted text has taken its place.
  return { offset: start, endOffset: isFilled ? lineStartAt(source, next.start) + columnAt(source, next.start) : end, text: '' }
}

interface Removal {
  isSpaced: boolean
  /** Removes the comments above as well; comments above a first item may be about all items. */
  withComments: boolean
  nextStays: boolean
}

/** Removes an item with the comments that clearly belong to it, from the end of the line above to the end of its last line. */
function removal(source: string, items: readonly Item[], index: number, { isSpaced, withComments, nextStays }: Removal): Edit {
  const item = items[index]!
  let start = withComments ? ownCommentsStart(source, item) : lineStartAt(source, item.start)
  let end = lineEndAt(source, item.end)
  if (start === 0) end = Math.min(source.length, end + 1)
  else start--
  // The blank line that separated it is removed too.
  if (isSpaced && index > 0) {
    const gap = source.slice(0, start).match(/\n[ \t]*$/)
    if (gap !== null) start -= gap[0].length
  } else if (isSpaced && nextStays) {
    const gap = source.slice(end).match(start === 0 ? /^[ \t]*\n/ : /^\n[ \t]*(?=\n)/)
    if (gap !== null) end += gap[0].length
  }
  return { offset: start, endOffset: end, text: '' }
}

/** Changes the value of an item to `after`. */
function editItem(editing: EditedText, item: Item, before: unknown, after: unknown, spot: ValuePlace): void {
  if (isSame(before, after)) return
  const made = editing.edits.length
  try {
    if (editInside(editing, item, before, after, spot)) return
  } catch (error) {
    if (!(error instanceof NotEditable)) throw error
    editing.edits.length = made
  }
  replaceValue(editing, item, after, spot)
}

/** Edits the value if its kind stays the same; returns whether it could. */
function editInside(editing: EditedText, { value }: Item, before: unknown, after: unknown, spot: ValuePlace): boolean {
  if (value === null || isAlias(value) || value.range?.[0] === value.range?.[1]) return false
  if (isScalar(value)) return typeof after === 'string' && editText(editing, value, { before, after }, spot)
  if (!isCollection(value)) return false
  editCollection(editing, value as YAMLMap | YAMLSeq, before, after, spot.key)
  return true
}

/** Replaces the text of a scalar and keeps its style if possible; returns whether it could. */
function editText(
  { source, edits, style }: EditedText,
  scalar: Scalar,
  { before, after: text }: { before: unknown; after: string },
  { column, key }: ValuePlace,
): boolean {
  const [start] = scalar.range!
  const end = endOfValue(source, scalar)
  const quote = quoteOf(scalar)
  if (quote !== undefined) {
    const inline = inlineScalar(text, { quote })
    if (text.includes('\n') || source.slice(start, end).includes('\n')) return false
    const room = Math.max(style.width, columnAt(source, end))
    if (columnAt(source, start) + inline.length > room && inline.includes(' ')) return false
    edits.push({ offset: start, endOffset: end, text: inline })
    return true
  }
  const headEnd = lineEndAt(source, start)
  const old = source.slice(headEnd + 1, end).split('\n')
  // With an indentation indicator in the header, the first line may begin with spaces of its own.
  const indentation = /^[|>][-+]*\d/.test(source.slice(start, headEnd))
    ? undefined
    : old.find((line) => line.trim() !== '')?.search(/\S/)
  const own =
    indentation !== undefined && indentation > column ? indentation : column + (key === undefined ? style.dashStep : style.step)
  const room = { column: own, step: own - column }
  // If the line break at the end is not part of the value, it stays.
  const ending = typeof before === 'string' && String(scalar.value).startsWith(`${before}\n`) ? '\n' : ''
  const block =
    scalar.type === 'BLOCK_LITERAL'
      ? literalBlock(text + ending, room, true)
      : foldedBlock(
          text + ending,
          room,
          old.map((line) => line.trim()),
        )
  if (block === undefined) return false
  const [head, ...lines] = block.split('\n')
  const headerEnd = start + source.slice(start, headEnd).match(/^[|>][-+\d]*/)![0].length
  edits.push(
    { offset: start, endOffset: headerEnd, text: head! },
    { offset: headEnd, endOffset: end, text: `\n${lines.join('\n')}` },
  )
  return true
}

/** Rewrites the value of an item; a comment on its line stays. */
export function replaceValue(
  { source, edits, style }: EditedText,
  item: Item,
  after: unknown,
  { column, key }: ValuePlace,
): void {
  const { indicatorEnd, end, value } = item
  const headEnd = lineEndAt(source, indicatorEnd)
  const lineEnd = lineEndAt(source, end)
  const isInline =
    value?.range &&
    value.range[0] < headEnd &&
    (isScalar(value) ? quoteOf(value) !== undefined : !isCollection(value) || value.flow)
  const tail =
    isInline || end === indicatorEnd
      ? source.slice(end, lineEnd)
      : source.slice(indicatorEnd, headEnd).replace(/^[ \t]*[|>][-+\d]*/, '')
  const comment = /^[ \t]*#/.test(tail) ? ` ${tail.trim()}` : ''
  const text = valueText(after, { column, style, key, inList: key === undefined })
  // A comment after the old text goes after the first line of the new text; inside double quotes over several lines it would become text.
  const breakAt = comment === '' || /^ +"/.test(text) ? -1 : text.indexOf('\n')
  edits.push({
    offset: indicatorEnd,
    endOffset: lineEnd,
    text: breakAt < 0 ? text + comment : text.slice(0, breakAt) + comment + text.slice(breakAt),
  })
}

/** Changes a collection between brackets; comments and line breaks between the brackets stay. */
function editFlow(editing: EditedText, collection: YAMLMap | YAMLSeq, items: readonly Item[], wanted: readonly Wanted[]): void {
  const { source, edits } = editing
  const staying = new Set([...longestRising(wanted.map(({ from }) => from))].map((position) => wanted[position]!.from))
  if (staying.size === 0) throw new NotEditable('nothing stays')
  const commas = commasOf(collection)
  const first: string[] = []
  let anchor: Item | undefined
  for (const one of wanted) {
    const item = items[one.from]
    if (item !== undefined && staying.has(one.from)) {
      anchor = item
      appendAll(edits, valueEdits(editing, item, one))
      continue
    }
    const text =
      item === undefined ? newText(editing, one) : applyEdits(source, valueEdits(editing, item, one), item.start, item.end)
    if (anchor === undefined) first.push(`${text}, `)
    else edits.push({ offset: anchor.end, endOffset: anchor.end, text: `, ${text}` })
  }
  const start = items[smallest(staying)]!.start
  if (first.length > 0) edits.push({ offset: start, endOffset: start, text: first.join('') })
  for (const [index, item] of items.entries()) {
    if (staying.has(index)) continue
    // The comma before it is removed too; before the first item that stays, the comma after it.
    const isBefore = index < smallest(staying)
    const comma = commas[isBefore ? index + 1 : index]
    if (comma === undefined) throw new NotEditable('no comma')
    const gap = isBefore ? source.slice(comma + 1).match(/^[ \t]*/)![0].length : 0
    edits.push({ offset: comma, endOffset: comma + 1 + gap, text: '' })
    const space = isBefore ? 0 : (source.slice(0, item.start).match(/(?<=\S)[ \t]*$/)?.[0].length ?? 0)
    edits.push({ offset: Math.max(item.start - space, isBefore ? 0 : comma + 1), endOffset: item.end, text: '' })
  }
}

/** Where the comma before each item is. */
function commasOf(collection: YAMLMap | YAMLSeq): (number | undefined)[] {
  const token = collection.srcToken as CST.FlowCollection | undefined
  if (token?.type !== 'flow-collection') throw new NotEditable('no brackets')
  return token.items.map((item) => item.start.find(({ type }) => type === 'comma')?.offset)
}

function newText({ style }: EditedText, { key, value }: Wanted): string {
  const text = typeof value === 'string' ? inlineScalar(value, { quote: style.quoteOf(key), flow: true }) : flowText(value)
  return key === undefined ? text : `${inlineScalar(key, { flow: true })}: ${text}`
}

function valueEdits(editing: EditedText, { value }: Item, { before, value: after }: Wanted): Edit[] {
  if (isSame(before, after)) return []
  if (!value?.range || value.range[0] === value.range[1]) throw new NotEditable('no value')
  const [start, end] = value.range
  if (typeof after === 'string') {
    const quote = isScalar(value) ? quoteOf(value) : undefined
    return [{ offset: start, endOffset: end, text: inlineScalar(after, { quote: quote ?? 'plain', flow: true }) }]
  }
  const edits: Edit[] = []
  const isOfKind = isSeq(value) ? Array.isArray(after) : isRecord(after)
  if (!isOfKind || itemsOf(editing.source, value as YAMLMap | YAMLSeq).length === 0 || Object.keys(after as object).length === 0)
    return [{ offset: start, endOffset: end, text: flowText(after) }]
  editCollection({ ...editing, edits }, value as YAMLMap | YAMLSeq, before, after)
  return edits
}
