/** Lists of entries, in both directions: artifacts, references, criteria, project lists.
 *
 * A plain string is an item of the list. After a group it is a paragraph, because in RST only a comment could separate it from the
 * list of the group.
 */
import type { Entry, Group } from '../goal/index.ts'
import { type ElementNode, isElement, parseRst } from '../rst/index.ts'
import { appendAll, isRecord } from '../text/index.ts'
import { markerAt, markerOf } from './markers.ts'
import { writeLink, writeUrl } from './plain.ts'
import type { EntryPart, GroupShape, ItemPart, Range } from './reading.ts'
import { isSameText } from './same-text.ts'
import { writeCriterion } from './sections/releases.ts'
import { type Block, blocksOf, columnOf, indent, indentOf, textColumn, textOf, trimRange } from './text.ts'

/** The form of a body of entries. */
export interface EntryStyle<Own extends GroupShape> {
  /** The first marker of its list. */
  list: string
  /** Whether strings are paragraphs instead of items. */
  paragraphs?: boolean
  /** The shape of groups in the model. */
  shape: Shape<Own>
  /** Reads the text of an item, if its section has its own form of items. */
  readItem?: (text: string) => Entry
}

/** The form of groups in the model of a section, e.g. with `for` and `items`, or with `projects`. */
export interface Shape<Own extends GroupShape> {
  /** The group in its shape; `undefined` if the shape cannot express it. */
  toModel(group: Group): Own | undefined
  /** `undefined` for an entry that is not a group. */
  fromModel(value: Exclude<Entry, string> | Own): Group | undefined
  /** Reads what only this section can contain, from the block at an index. */
  read?(
    source: string,
    blocks: readonly Block[],
    at: number,
    column: number,
    list: string,
  ): { entries: EntryPart<Own>[]; blocks: number } | undefined
  /** Writes what only this section can contain. */
  write?(value: Exclude<Entry, string> | Own, list: string): string | undefined
}

/** The shape of artifacts and references. */
export const entryShape: Shape<Group> = {
  toModel: (group) => group,
  fromModel: (value) => ('items' in value ? value : undefined),
}

/** Reads the blocks of a body. `column` is the indentation of the body. */
export function readEntries<Own extends GroupShape>(
  source: string,
  blocks: readonly Block[],
  column: number,
  style: EntryStyle<Own>,
): EntryPart<Own>[] {
  const entries: EntryPart<Own>[] = []
  for (let at = 0; at < blocks.length; at++) {
    const previous = entries.at(-1)
    const taken = readGroup(source, blocks, at, column, style, previous !== undefined && endsList(previous.kind, previous.value))
    for (const entry of taken.entries) entries.push(entry)
    at += taken.blocks - 1
  }
  return entries
}

/** Whether a string after an entry is a paragraph: a list would be joined with the list of the entry. */
export function endsList(kind: EntryPart['kind'], value: Entry | GroupShape): boolean {
  if (typeof value === 'object' && 'rst' in value) return markerOf(value.rst.trimStart()) !== undefined
  return kind === 'group' || (kind === 'paragraph' && !(isRecord(value) && 'paragraph' in value))
}

interface Taken<Own extends GroupShape> {
  entries: EntryPart<Own>[]
  /** The number of blocks. */
  blocks: number
}

function readGroup<Own extends GroupShape>(
  source: string,
  blocks: readonly Block[],
  at: number,
  column: number,
  style: EntryStyle<Own>,
  isAfterList: boolean,
): Taken<Own> {
  const block = blocks[at] as Block
  const own = (count: number): Range => ({ start: block.start, end: (blocks[at + count - 1] as Block).end })
  const verbatim = (count: number) => ({
    entries: [{ kind: 'rst' as const, value: { rst: textOf(source, own(count), column) }, ...own(count) }],
    blocks: count,
  })
  const special = style.shape.read?.(source, blocks, at, column, style.list)
  if (special) return special
  const type = block.node?.type
  if (isIndented(source, blocks[at + 1], column) && type === 'paragraph') {
    let count = 2
    while (isIndented(source, blocks[at + count], column)) count++
    return verbatim(count)
  }
  if (isListNode(block.node)) {
    const items = readItems(source, block, column, style.readItem)
    if (!items) return verbatim(1)
    const list = items[0].marker
    if (list === style.list && !style.paragraphs && !isAfterList) return { entries: items, blocks: 1 }
    const value = style.shape.toModel({ ...(list === style.list ? {} : { list }), items: items.map((item) => item.value) })
    if (!value) return verbatim(1)
    const explicit = list === style.list ? { ...value, list } : value
    return { entries: [{ kind: 'group', value: explicit, ...own(1), items, parts: items }], blocks: 1 }
  }
  if (type === 'comment') {
    const text = commentText(source, own(1), column)
    if (text === undefined) return verbatim(1)
    return { entries: [{ kind: 'comment', value: { comment: text }, ...own(1) }], blocks: 1 }
  }
  if (type !== 'paragraph') return verbatim(1)
  const text = textOf(source, own(1), column)
  const group = text.endsWith(':') ? readIntroduced(source, blocks, at, column, style, text) : undefined
  if (group) return group
  if (style.paragraphs || isAfterList) {
    return { entries: [{ kind: 'paragraph', value: (style.readItem ?? readEntry)(text), ...own(1) }], blocks: 1 }
  }
  return { entries: [{ kind: 'paragraph', value: { paragraph: text }, ...own(1) }], blocks: 1 }
}

/** A paragraph that ends with a colon, an optional comment, and a list. */
function readIntroduced<Own extends GroupShape>(
  source: string,
  blocks: readonly Block[],
  at: number,
  column: number,
  style: EntryStyle<Own>,
  intro: string,
): Taken<Own> | undefined {
  const block = blocks[at] as Block
  const second = blocks[at + 1]
  const commented = second?.node?.type === 'comment' && isListNode(blocks[at + 2]?.node)
  const list = commented ? blocks[at + 2] : second
  if (!list || !isListNode(list.node)) return undefined
  const items = readItems(source, list, column, style.readItem)
  const comment = commented ? commentText(source, second as Range, column) : undefined
  if (!items || (commented && comment === undefined)) return undefined
  const { marker } = items[0]
  const value = style.shape.toModel({
    intro,
    ...(comment === undefined ? {} : { comment }),
    ...(marker === style.list ? {} : { list: marker }),
    items: items.map((item) => item.value),
  })
  if (!value) return undefined
  const parts: EntryPart[] = [{ kind: 'paragraph', key: 'intro', value: intro, start: block.start, end: block.end }]
  if (comment !== undefined)
    parts.push({
      kind: 'comment',
      key: 'comment',
      value: { comment },
      start: (second as Range).start,
      end: (second as Range).end,
    })
  appendAll(parts, items)
  return { entries: [{ kind: 'group', value, start: block.start, end: list.end, items, parts }], blocks: commented ? 3 : 2 }
}

export function isListNode(node: ElementNode | undefined): boolean {
  return node?.type === 'bullet_list' || node?.type === 'enumerated_list'
}

function isIndented(source: string, block: Block | undefined, column: number): boolean {
  return block !== undefined && textColumn(source, block) > column
}

/** The items of a list; `undefined` if they are not one per line in the usual form. */
export function readItems(
  source: string,
  list: Block,
  column: number,
  readItem: (text: string) => Entry = readEntry,
): [ItemPart, ...ItemPart[]] | undefined {
  const node = list.node as ElementNode
  const items: (ItemPart & { text: string })[] = []
  for (const block of blocksOf(source, node.children, list)) {
    if (block.node?.type !== 'list_item') return undefined
    const lead = indentOf(source, block)
    const marker = markerOf(source.slice(block.start + lead, block.end))
    if (marker === undefined || (lead === 0 && columnOf(source, block.start) !== column)) return undefined
    const body = trimRange(source, { start: block.start + lead + marker.length, end: block.end })
    const text = body.end > body.start ? textOf(source, body, columnOf(source, body.start)) : ''
    items.push({ kind: 'item', value: readItem(text), text, marker, start: block.start, end: block.end })
  }
  const [first, ...rest] = items
  if (!first) return undefined
  const whole = textOf(source, list, column)
  const isFaithful = (values: Entry[]) => isSameText(writeItems(values, first.marker).join('\n'), whole)
  if (isFaithful(items.map((item) => item.value))) return [first, ...rest]
  // An entry that cannot be split without a change of meaning stays text.
  if (!isFaithful(items.map((item) => item.text))) return undefined
  const plain = (item: typeof first) => ({ ...item, value: item.text })
  return [plain(first), ...rest.map(plain)]
}

function commentText(source: string, range: Range, column: number): string | undefined {
  const text = textOf(source, range, column)
  const body = /^\.\.[ \n]([\s\S]*)$/.exec(text)?.[1]
  if (body === undefined) return undefined
  const value = body
    .split('\n')
    .map((line, index) => (index === 0 ? line : line.replace(/^ {1,3}/, '')))
    .join('\n')
    .trim()
  return value !== '' && isSameText(writeComment(value), text) ? value : undefined
}

function writeComment(text: string): string {
  const beside = `.. ${indent(text, 3).trimStart()}`
  // Text that begins like a target or a directive goes to the next line; on the first line it would be read as one.
  const [node] = parseRst(beside).children
  return node?.type === 'comment' ? beside : `..\n${indent(text, 3)}`
}

/** An entry from its RST: a link and a repository reference on one line are split, the rest stays a plain string. */
export function readEntry(text: string): Entry {
  const link = /^`([^\n]*[^\s]) <([a-z][a-z0-9+.-]*:(?:[^`<>\\\s]|\\_)+)>`_$/i.exec(text)
  if (link) {
    const entry = { text: unescaped(link[1] as string).trimStart(), url: unescaped(link[2] as string) }
    if (writeEntry(entry) === text) return entry
  }
  const repo = /^:repo:`([^`<>\\\s]+)`$/.exec(text)
  if (repo) return { repo: repo[1] as string }
  return text
}

function unescaped(text: string): string {
  return text.replace(/\\([\s\S])/g, '$1')
}

/** The RST of an entry: the text after the marker. */
export function writeEntry(entry: Entry): string {
  if (typeof entry === 'string') return entry
  if ('items' in entry) return entry.as === 'lines' ? entry.items.map(writeEntry).join('\n') : writeGroup(entry, '*')
  if ('text' in entry) return writeLink(entry.text, entry.url, true)
  if ('url' in entry) return writeUrl(entry.url, `${entry.name}: `)
  if ('repo' in entry) return `:repo:\`${entry.repo.replace(/[`\\]/g, '\\$&')}\``
  if ('deliverable' in entry) return `${entry.deliverable}: ${entry.state}`
  if ('criterion' in entry) return writeCriterion(entry)
  if ('paragraph' in entry) return entry.paragraph
  if ('comment' in entry) return writeComment(entry.comment)
  return entry.rst
}

function writeItems(items: readonly Entry[], list: string): string[] {
  return items.map((item, index) => {
    const marker = markerAt(list, index)
    const text = indent(writeEntry(item), marker.length + 1).trimStart()
    return text === '' ? marker : `${marker} ${text}`
  })
}

/** Writes a body of entries. Blank lines separate items with more than one paragraph. */
export function writeEntries<Own extends GroupShape>(values: readonly (Entry | Own)[], style: EntryStyle<Own>): string {
  const blocks: string[] = []
  let run: Entry[] = []
  const flush = () => {
    if (run.length > 0) blocks.push(writeList(run, style.list))
    run = []
  }
  let isAfterList = false
  for (const value of values) {
    const group = typeof value === 'object' ? style.shape.fromModel(value) : undefined
    const special = typeof value === 'object' ? style.shape.write?.(value, style.list) : undefined
    const kind = group || special !== undefined ? 'group' : entryKind(value as Entry)
    const isItem = kind === 'item' && !style.paragraphs && !isAfterList
    if (isItem) run.push(value as Entry)
    else {
      flush()
      blocks.push(special ?? (group ? writeGroup(group, style.list) : writeEntry(value as Entry)))
    }
    isAfterList = endsList(kind === 'item' && !isItem ? 'paragraph' : kind, value)
  }
  flush()
  return blocks.join('\n\n')
}

export function entryKind(value: Entry): EntryPart['kind'] {
  if (typeof value === 'string') return 'item'
  if ('paragraph' in value) return 'paragraph'
  if ('comment' in value) return 'comment'
  return 'rst' in value ? 'rst' : 'item'
}

function writeGroup(group: Group, list: string): string {
  return [
    group.intro,
    group.comment === undefined ? undefined : writeComment(group.comment),
    group.items.length > 0 ? writeList(group.items, group.list ?? list) : undefined,
  ]
    .filter((block) => block !== undefined)
    .join('\n\n')
}

/** A list of entries. */
export function writeList(items: readonly Entry[], list: string): string {
  return joinItems(writeItems(items, list))
}

/** Blank lines separate the items if one of them has more than a paragraph. */
function joinItems(items: string[]): string {
  return items.join(items.length > 1 && items.some(isBlocks) ? '\n\n' : '\n')
}

/** A single line in which no construct but a paragraph begins and docutils finds no fault, such as an item with a URL. */
const plainItem = /^\S+ (?![^\s.)]*[.)](?: |$))[A-Za-z0-9][ -)+-_a-{}~]*(?<!::)$/

function isBlocks(item: string): boolean {
  if (plainItem.test(item)) return false
  if (item.includes('\n\n')) return true
  // A single line that begins with a letter is a paragraph.
  if (/^\S+ [\p{L}\p{N}][^\n.)]*$/u.test(item)) return false
  const [list] = parseRst(item).children
  const first = list && isElement(list) ? list.children[0] : undefined
  return first !== undefined && isElement(first) && first.children.some((child) => isElement(child) && child.type !== 'paragraph')
}
