/** The labels in a team's section and the text below them, in both directions. */
import type { Entry, Form, Group, Team } from '../goal/index.ts'
import { isElement, parseRst } from '../rst/index.ts'
import { appendAll, escapePattern } from '../text/index.ts'
import { artifactShape, readArtifact, readLines, writeLines } from './deliverables.ts'
import { isListNode, readEntries, writeEntries, writeEntry } from './entries.ts'
import { markerOf } from './markers.ts'
import { listOf, type Profile } from './profile.ts'
import type { EntryPart, LabelPart, Part, Range } from './reading.ts'
import { type Block, blocksOf, indent, lineEnd, textColumn, textOf, trimRange } from './text.ts'

type Key = LabelPart['key']
export const labelKeys: readonly Key[] = ['planning', 'completion']

export interface FoundLabel {
  key: Key
  /** Index of the block that begins with the label. */
  at: number
  /** The label with its colon. */
  range: Range
  /** The content of a definition, if the label is its term. */
  definition?: Block
}

const patterns = new WeakMap<Profile, [Key, RegExp][]>()

/** A pattern for the labels of a profile: its words, an optional qualifier in brackets, and a colon, which is optional if nothing follows.
 * Computed once for each profile.
 */
function labelPatterns(profile: Profile): [Key, RegExp][] {
  let known = patterns.get(profile)
  if (!known) {
    known = labelKeys.map((key) => {
      const words = profile.labels[key].replace(/s?:?$/i, '').split(/\s+/).map(escapePattern)
      return [key, new RegExp(`^${words.join('\\s+')}s?(?:\\s*\\([^()]*\\))?(?::|$)`, 'i')]
    })
    patterns.set(profile, known)
  }
  return known
}

/** The label that a line begins with. */
function labelAt(line: string, profile: Profile): { key: Key; length: number } | undefined {
  for (const [key, pattern] of labelPatterns(profile)) {
    const found = pattern.exec(line)
    if (found) return { key, length: found[0].length }
  }
  return undefined
}

/** All labels among the blocks of a team, in the order of the document. */
export function findLabels(source: string, blocks: readonly Block[], profile: Profile): FoundLabel[] {
  return blocks.flatMap((block, at): FoundLabel[] => {
    const from = block.start
    const line = source.slice(from, lineEnd(source, from)).trimEnd()
    const label = labelAt(line, profile)
    if (!label) return []
    const range = { start: from, end: from + label.length }
    if (block.node?.type === 'paragraph') return [{ key: label.key, at, range }]
    if (block.node?.type !== 'definition_list' || label.length !== line.length) return []
    const items = block.node.children.filter(isElement).filter((item) => item.type === 'definition_list_item')
    const definition = items[0]?.children.filter(isElement).find((child) => child.type === 'definition')
    // A definition list with more than the label is kept verbatim.
    if (items.length !== 1 || !definition) return []
    return [
      { key: label.key, at, range, definition: { ...trimRange(source, { start: range.end, end: block.end }), node: definition } },
    ]
  })
}

/** Splits definition lists whose terms are labels, so that each label begins a block. */
export function splitDefinitions(blocks: readonly Block[], source: string, profile: Profile): Block[] {
  return blocks.flatMap((block) => {
    if (block.node?.type !== 'definition_list') return [block]
    const items = block.node.children.filter(isElement)
    const labelled = items.every((item) => {
      const from = item.position.start.offset
      return (
        item.type === 'definition_list_item' &&
        labelAt(source.slice(from, lineEnd(source, from)).trimEnd(), profile) !== undefined
      )
    })
    if (!labelled || items.length < 2) return [block]
    return blocksOf(source, items, block).map((item) => ({
      ...item,
      node: { ...block.node, children: [item.node] } as Block['node'],
    }))
  })
}

/** Reads what belongs to a label: the blocks up to `next`. `plain` keeps every block verbatim. */
export function readLabel(
  source: string,
  blocks: readonly Block[],
  found: FoundLabel,
  next: number,
  profile: Profile,
  plain: boolean,
): LabelPart {
  const label = source.slice(found.range.start, found.range.end)
  const own = blocks[found.at] as Block
  const rest = blocks.slice(found.at + 1, next)
  const end = rest.at(-1)?.end ?? own.end
  const form: Form = label === profile.labels[found.key] ? {} : { label }
  const entries: EntryPart<Group>[] = []
  if (found.definition) {
    form.as = 'definition'
    appendAll(entries, readBody(source, blocksOf(source, found.definition.node?.children ?? [], found.definition), form, profile))
    appendAll(
      entries,
      rest.map((block) => verbatim(source, block)),
    )
  } else {
    const beside = trimRange(source, { start: found.range.end, end: own.end })
    if (beside.end > beside.start) {
      form.as = /[\r\n]/.test(source.slice(found.range.end, beside.start)) ? 'glued' : 'inline'
      const lines = form.as === 'glued' ? readLines(source, beside, 0) : undefined
      entries.push(lines ?? { kind: 'paragraph', value: readArtifact(textOf(source, beside)), ...beside })
    }
    appendAll(entries, plain ? rest.map((block) => verbatim(source, block)) : readBody(source, rest, form, profile))
  }
  const parts: Part[] = [{ kind: 'marker', key: 'label', value: label, ...found.range }, ...entries]
  return {
    kind: 'label',
    key: found.key,
    value: { entries: entries.map((entry) => entry.value), form },
    parts,
    start: found.range.start,
    end,
    label: found.range,
    entries,
    form,
  }
}

function verbatim(source: string, block: Block): EntryPart<Group> {
  return { kind: 'rst', value: { rst: textOf(source, block) }, start: block.start, end: block.end }
}

/** Reads the blocks below a label and records their form: indentation, marker, paragraphs instead of a list. */
function readBody(source: string, blocks: readonly Block[], form: Form, profile: Profile): EntryPart<Group>[] {
  const only = blocks.length === 1 ? blocks[0] : undefined
  const quote =
    only?.node?.type === 'block_quote' && !only.node.children.some((child) => child.type === 'attribution') ? only : undefined
  const inner = quote ? blocksOf(source, quote.node?.children ?? [], quote) : blocks
  const first = inner[0]
  if (!first) return []
  const column = quote || form.as === 'definition' ? textColumn(source, first) : 0
  if (column > 0) form.indent = column
  const paragraphs = form.as === undefined && inner.every(({ node }) => node?.type === 'paragraph')
  if (paragraphs) form.as = 'paragraphs'
  const list = bodyList(source, inner) ?? listOf(profile, 'teams')
  if (list !== listOf(profile, 'teams')) form.list = list
  return readEntries(source, inner, column, { list, paragraphs, shape: artifactShape, readItem: readArtifact })
}

/** The marker of the first list in a body. */
function bodyList(source: string, blocks: readonly Block[]): string | undefined {
  const list = blocks.find(({ node }) => isListNode(node))
  return list && markerOf(source.slice(list.start, list.end).trimStart())
}

/** A label and the text below it; `undefined` if the team does not have the label. */
export function writeLabel(team: Team, key: Key, profile: Profile): string {
  const entries = team[key]
  if (entries === undefined) return ''
  const form = team.written?.[key] ?? {}
  const label = form.label ?? profile.labels[key]
  const first = entries[0]
  const beside = (form.as === 'inline' || form.as === 'glued') && first !== undefined && canBeBeside(first, form)
  const body = writeEntries(beside ? entries.slice(1) : entries, {
    list: form.list ?? listOf(profile, 'teams'),
    paragraphs: form.as === 'paragraphs',
    shape: artifactShape,
    readItem: readArtifact,
  })
  const indented = indent(body, form.indent ?? (form.as === 'definition' ? 2 : 0))
  const lead = beside ? `${label}${form.as === 'inline' ? ' ' : '\n'}${writeBeside(first as Entry)}` : label
  if (indented === '') return lead
  return lead + (form.as === 'definition' ? '\n' : '\n\n') + indented
}

/** Whether an entry may be on the line of its label, or directly below it. */
export function canBeBeside(entry: Entry, form: Form): boolean {
  if (typeof entry === 'object' && 'items' in entry) return form.as === 'glued' && entry.as === 'lines'
  const text = writeEntry(entry)
  if (form.as === 'inline' || /^[\p{L}\p{N}][^\n]*$/u.test(text)) return true
  const [first, ...more] = parseRst(`Label:\n${text.trimEnd()}`).children
  return text.trim() !== '' && first?.type === 'paragraph' && more.length === 0
}

function writeBeside(entry: Entry): string {
  return typeof entry === 'object' && 'items' in entry ? writeLines(entry) : writeEntry(entry)
}
