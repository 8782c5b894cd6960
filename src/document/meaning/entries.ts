/** Normalises a list of entries to a sequence of paragraphs and items, because a document has no other groups. */
import type { Entry, Group, Path } from '../../goal/index.ts'
import { parseRst } from '../../rst/index.ts'
import { appendAll, isRecord } from '../../text/index.ts'
import { type EntryStyle, endsList, entryKind, readEntries, writeEntry } from '../entries.ts'
import type { EntryPart, GroupShape } from '../reading.ts'
import { blocksOf } from '../text.ts'
import { wordsOf } from '../words.ts'
import { type Fields, fact, fields, list, manner, type Text, text } from './meaning.ts'

/** The normal form of a list of entries. `besideFirst` tells whether its first entry is on the line of the label. */
export function entriesMeaning<Own extends GroupShape>(
  path: Path,
  values: readonly (Entry | Own)[],
  style: EntryStyle<Own>,
  besideFirst = false,
): Fields {
  const pieces: Text[] = []
  const markers = new Set<string>()
  let isAfterList = false
  const add = (value: Entry | Own, at: Path, isBeside: boolean) => {
    const group = typeof value === 'object' ? style.shape.fromModel(value) : undefined
    const special = typeof value === 'object' ? style.shape.write?.(value, style.list) : undefined
    if (group || special !== undefined) {
      const own = group ? groupPieces(group, value as Own, at, style) : specialPieces(special!, value as Own, at, style)
      appendAll(
        pieces,
        own.map((piece) => ({ ...piece, group: { path: at, value, pieces: own.length } })),
      )
      if (group && group.items.length > 0) markers.add(group.list ?? style.list)
      isAfterList = true
      return
    }
    const entry = value as Entry
    const isItem = !isBeside && entryKind(entry) === 'item' && !style.paragraphs && !isAfterList
    const inner = isItem || entryKind(entry) === 'comment' ? undefined : piecesIn(entry, style)
    if (inner) {
      for (const one of inner) add(one, at, false)
      return
    }
    const kind = entryKind(entry)
    const as = isItem ? 'item' : kind === 'rst' ? 'verbatim' : kind === 'comment' ? 'comment' : 'paragraph'
    if (isItem) markers.add(style.list)
    const said = kind === 'comment' ? (entry as { comment: string }).comment : entryText(entry)
    // An empty item is in the document; an empty paragraph is not.
    if (!isItem && said.trim() === '') return
    pieces.push(text(as, at, entry, said))
    isAfterList = !isBeside && endsList(kind === 'item' && !isItem ? 'paragraph' : kind, value)
  }
  values.forEach((value, index) => {
    add(value, [...path, index], besideFirst && index === 0)
  })
  return fields(path, values, {
    entries: list(path, values, pieces),
    list: markers.size === 0 ? undefined : manner([...path, 'list'], [...markers].join(' ')),
  })
}

/** The text of an entry. One or two underscores after a link make no difference. */
function entryText(entry: Entry): string {
  return writeEntry(entry).replace(/^(`[^`]+>`_)_$/, '$1')
}

function groupPieces<Own extends GroupShape>(group: Group, value: Own, path: Path, style: EntryStyle<Own>): Text[] {
  const key = (names: string[]) => [...path, names.find((name) => name in value) ?? names[0] ?? '']
  const items = key(['items', 'projects', 'criteria'])
  const paragraph = (names: string[], said: string | undefined) =>
    said === undefined || said === '' ? [] : [text('paragraph', key(names), said, said)]
  return [
    ...paragraph(['for', 'intro'], group.intro),
    ...(group.comment === undefined ? [] : [text('comment', key(['comment']), group.comment, group.comment)]),
    ...group.items.map((item, index) => text('item', [...items, index], item, entryText(item))),
    ...unsaid(group, value, path, style),
  ]
}

/** The pieces of an entry that only this section has, such as a milestone. Facts are taken from the goal; the wording is read
 * from the written text.
 */
function specialPieces<Own extends GroupShape>(rst: string, value: Own, path: Path, style: EntryStyle<Own>): Text[] {
  const [read, ...more] = readVerbatim(rst, style) ?? []
  const isRead = isRecord(read) && more.length === 0 && style.shape.write?.(read as Own, style.list) !== undefined
  const said: Record<string, unknown> = {
    ...value,
    ...(isRead && isUsed(value, rst) ? { written: (read as { written?: string }).written } : {}),
  }
  return Object.entries(said)
    .flatMap(([key, inner]): Text[] => {
      const at = [...path, key]
      if (Array.isArray(inner)) return inner.map((item: Entry, index) => text('item', [...at, index], item, entryText(item)))
      if (typeof inner !== 'string' || inner === '' || key === 'list' || key === 'as') return []
      return [key === 'name' || key === 'date' ? fact(at, inner) : text('paragraph', at, inner, inner)]
    })
    .sort((a, b) => orderOf(a.path) - orderOf(b.path))

  function orderOf(at: Path): number {
    return ['name', 'date', 'written', 'intro'].indexOf(String(at[path.length])) + 1 || 9
  }
}

/** Whether the words of the stated wording are in the text. */
function isUsed(value: GroupShape, rst: string): boolean {
  const stated = 'written' in value ? value.written : undefined
  return stated === undefined || wordsOf(stated.replace(/\{\{\w+\}\}/g, ' ')).every((word) => rst.includes(word))
}

/** Values that a group states but its text does not contain: the name of a milestone without a date. */
function unsaid<Own extends GroupShape>(group: Group, value: Own, path: Path, style: EntryStyle<Own>): Text[] {
  const stated = Object.entries(value).filter(
    (field): field is [string, string] => typeof field[1] === 'string' && !['for', 'intro', 'list'].includes(field[0]),
  )
  const written = [group.intro, group.comment].filter((line) => line !== undefined).join('\n')
  const missing = stated.filter(([, said]) => !written.includes(said))
  if (missing.length === 0) return []
  const entries = readVerbatim(`${group.intro ?? ''}\n\n* x`, style) ?? []
  const read = Object.fromEntries(entries.filter(isRecord).flatMap((entry) => Object.entries(entry)))
  return missing.filter(([key, said]) => read[key] !== said).map(([key, said]) => text('paragraph', [...path, key], said, said))
}

/** The entries in the text of one entry, if it has several blocks, or if verbatim text reads as another kind of entry; otherwise
 * `undefined`.
 */
function piecesIn<Own extends GroupShape>(entry: Entry, style: EntryStyle<Own>): (Entry | Own)[] | undefined {
  const said = entryText(entry)
  const isVerbatim = typeof entry === 'object' && 'rst' in entry
  if (!isVerbatim && !said.includes('\n')) return undefined
  const parts = partsOf(said, style)
  return parts.length === 1 && (parts[0]?.kind === 'rst' || !isVerbatim) ? undefined : parts.map((part) => part.value)
}

/** The entries that a text reads as; `undefined` if a part of it would be verbatim. */
function readVerbatim<Own extends GroupShape>(rst: string, style: EntryStyle<Own>): (Entry | Own)[] | undefined {
  const parts = partsOf(rst, style)
  return parts.some((part) => part.kind === 'rst') ? undefined : parts.map((part) => part.value)
}

function partsOf<Own extends GroupShape>(text: string, style: EntryStyle<Own>): EntryPart<Own>[] {
  const blocks = blocksOf(text, parseRst(text).children, { start: 0, end: text.length })
  return readEntries(text, blocks, 0, style)
}
