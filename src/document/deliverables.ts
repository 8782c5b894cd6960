/** Deliverables with their own state, in both directions: `mars-maps: DONE`, as entries of a list, as lines of a paragraph, and before a
 * team's artifacts.
 */
import { type Entry, type Group, stateOf, statuses, type Team } from '../goal/index.ts'
import { parseRst } from '../rst/index.ts'
import { entryShape, isListNode, readEntry, readItems, type Shape, writeEntry, writeList } from './entries.ts'
import type { EntryPart, ItemPart, Part, Range } from './reading.ts'
import { type Block, columnOf, lineEnd, nextLine, textOf, trimRange } from './text.ts'

type Deliverable = NonNullable<Team['deliverables']>[number]

/** Words before a colon that are not the name of a deliverable. */
const others = /^(?:note|notes|status|state|update|updates|todo|done|planning|completion)$/i

/** An artifact: a deliverable and its state if it has one, otherwise any entry. */
export function readArtifact(text: string): Entry {
  const [, deliverable = '', state = ''] = /^([A-Za-z0-9][\w.+-]*): (\S.*)$/.exec(text) ?? []
  const isState = deliverable !== '' && !others.test(deliverable) && stateOf(state) !== undefined
  return isState ? { deliverable, state } : readEntry(text)
}

function isDeliverable(entry: Entry): boolean {
  return typeof entry === 'object' && 'deliverable' in entry
}

/** A paragraph in which each line gives the state or the artifact of one deliverable. */
export function readLines(source: string, range: Range, column: number): (EntryPart<Group> & { kind: 'group' }) | undefined {
  const items: ItemPart[] = []
  for (let at = range.start; at < range.end; at = nextLine(source, at)) {
    const line = trimRange(source, { start: at, end: Math.min(lineEnd(source, at), range.end) })
    const text = source.slice(line.start, line.end).trimStart()
    if (!/^[A-Za-z0-9][\w.+-]*: \S/.test(text)) return undefined
    items.push({ kind: 'item', value: readArtifact(text), marker: '', start: line.end - text.length, end: line.end })
    if (nextLine(source, at) === at) break
  }
  const value: Group = { as: 'lines', items: items.map((item) => item.value) }
  if (items.length < 2 || !value.items.some(isDeliverable)) return undefined
  if (items.some((item) => columnOf(source, item.start) !== column) || writeLines(value) !== textOf(source, range, column))
    return undefined
  return { kind: 'group', value, start: range.start, end: range.end, items, parts: items }
}

export function writeLines(group: Group): string {
  return writeEntry({ ...group, as: 'lines' })
}

/** Artifacts and groups of them. */
export const artifactShape: Shape<Group> = {
  ...entryShape,
  read(source, blocks, at, column) {
    const block = blocks[at] as Block
    const lines = block.node?.type === 'paragraph' ? readLines(source, block, column) : undefined
    return lines && { entries: [lines], blocks: 1 }
  },
  write: (value) => ('items' in value && value.as === 'lines' ? writeLines(value) : undefined),
}

/** The deliverables of a team that are listed before its artifacts. */
export function readDeliverables(
  source: string,
  block: Block | undefined,
  usual: string,
): { value: Deliverable[]; list?: string; part: Part } | undefined {
  if (!block || !isListNode(block.node)) return undefined
  const items = readItems(source, block, columnOf(source, block.start), (text) => text)
  const value = items?.map((item) => readDeliverable(item.value as string))
  if (!items || !value?.every((one) => one !== undefined)) return undefined
  const { marker } = items[0]
  const part: Part = { kind: 'deliverables', key: 'deliverables', value, start: block.start, end: block.end, parts: items }
  return { value, ...(marker === usual ? {} : { list: marker }), part }
}

/** Reads `name:`, `name: done (a note)`, or `name: ` and a state in other words. */
function readDeliverable(text: string): Deliverable | undefined {
  const [, name = '', state, beside, below] =
    /^([A-Za-z0-9][\w.+-]*):(?: ([^()\s][^()\n]*?))?(?: \(([\s\S]+)\))?(?:\n\n([\s\S]+))?$/.exec(text) ?? []
  if (name === '' || others.test(name)) return undefined
  const note = beside ?? below
  const status = statuses.find((one) => one === state)
  if (state !== undefined && !status && stateOf(state) === undefined) return undefined
  const value = {
    name,
    ...(status ? { status } : state === undefined ? {} : { state }),
    ...(note === undefined ? {} : { note }),
  }
  return writeDeliverable(value) === text ? value : undefined
}

export function writeDeliverables(deliverables: readonly Deliverable[], list: string): string {
  return writeList(deliverables.map(writeDeliverable), list)
}

/** A note of one paragraph goes in brackets, any other below. */
function writeDeliverable({ name, status, state = status, note = '' }: Deliverable): string {
  const lead = `${name}:${state === undefined ? '' : ` ${state}`}`
  if (note === '') return lead
  const [paragraph, ...more] = parseRst(note).children
  return paragraph?.type === 'paragraph' && more.length === 0 && !note.endsWith(':') ? `${lead} (${note})` : `${lead}\n\n${note}`
}
