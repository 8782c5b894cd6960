/** Edits between brackets: `[a, b]` and `{a: b}`. */
import { type CST, isScalar, isSeq, type YAMLMap, type YAMLSeq } from 'yaml'
import { applyEdits, type Edit, isRecord, isSame, rising } from '../text/index.ts'
import { type Editing, editCollection, type Wanted } from './edit-yaml.ts'
import { quoteOf } from './habits.ts'
import { type Item, itemsOf, NotEditable } from './items.ts'
import { inlineScalar } from './scalars.ts'
import { flowText } from './write.ts'

/** Makes a collection between brackets say what is wanted; comments and line breaks between the brackets stay. */
export function editFlow(
  editing: Editing,
  collection: YAMLMap | YAMLSeq,
  items: readonly Item[],
  wanted: readonly Wanted[],
): void {
  const { source, edits } = editing
  const staying = new Set([...rising(wanted.map(({ from }) => from))].map((position) => wanted[position]!.from))
  if (staying.size === 0) throw new NotEditable('nothing stays')
  const commas = commasOf(collection)
  const first: string[] = []
  let anchor: Item | undefined
  for (const one of wanted) {
    const item = items[one.from]
    if (item !== undefined && staying.has(one.from)) {
      anchor = item
      edits.push(...valueEdits(editing, item, one))
      continue
    }
    const text =
      item === undefined ? newText(editing, one) : applyEdits(source, valueEdits(editing, item, one), item.start, item.end)
    if (anchor === undefined) first.push(`${text}, `)
    else edits.push({ offset: anchor.end, endOffset: anchor.end, text: `, ${text}` })
  }
  const start = items[Math.min(...staying)]!.start
  if (first.length > 0) edits.push({ offset: start, endOffset: start, text: first.join('') })
  for (const [index, item] of items.entries()) {
    if (staying.has(index)) continue
    // The comma in front goes along; before all that stays, the one behind.
    const isBefore = index < Math.min(...staying)
    const comma = commas[isBefore ? index + 1 : index]
    if (comma === undefined) throw new NotEditable('no comma')
    const gap = isBefore ? source.slice(comma + 1).match(/^[ \t]*/)![0].length : 0
    edits.push({ offset: comma, endOffset: comma + 1 + gap, text: '' })
    const space = isBefore ? 0 : (source.slice(0, item.start).match(/(?<=\S)[ \t]*$/)?.[0].length ?? 0)
    edits.push({ offset: Math.max(item.start - space, isBefore ? 0 : comma + 1), endOffset: item.end, text: '' })
  }
}

/** Where the comma in front of each item is. */
function commasOf(collection: YAMLMap | YAMLSeq): (number | undefined)[] {
  const token = collection.srcToken as CST.FlowCollection | undefined
  if (token?.type !== 'flow-collection') throw new NotEditable('no brackets')
  return token.items.map((item) => item.start.find(({ type }) => type === 'comma')?.offset)
}

function newText({ style }: Editing, { key, value }: Wanted): string {
  const text = typeof value === 'string' ? inlineScalar(value, { quote: style.quoteOf(key), flow: true }) : flowText(value)
  return key === undefined ? text : `${inlineScalar(key, { flow: true })}: ${text}`
}

function valueEdits(editing: Editing, { value }: Item, { before, value: after }: Wanted): Edit[] {
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
