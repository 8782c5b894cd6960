/** Milestones, in both directions: a line with a name and a date, perhaps an introduction, and the criteria.
 *
 *     Milestone 1 Date: 2026-11-12
 *
 *     Items to complete:
 *
 *     #. The lens is polished.
 */
import type { Milestone } from '../../goal/index.ts'
import { isElement } from '../../rst/index.ts'
import { isListNode, readItems, writeList } from '../entries.ts'
import { markerOf } from '../markers.ts'
import type { EntryPart, Range } from '../reading.ts'
import { isSameText } from '../same-text.ts'
import { type Block, blocksOf, columnOf, textColumn, textOf, trimRange } from '../text.ts'
import { type Facts, type FoundFact, factsOf, fillWording, wordingOf } from '../wording.ts'
import { readCriterion } from './releases.ts'

type MilestonePart = EntryPart<Milestone> & { kind: 'group' }

/** A milestone without a name is the last one. */
const lastName = 'Completion'

/** The first line of a milestone, from the clearest form to the least clear. */
const leads: readonly { pattern: RegExp; isSure: boolean }[] = [
  { pattern: /^(?:\*\*)?(?<name>[^\s*:][^*:]*?) [Dd]ate(?:\*\*)?:(?:\*\*)?(?: +(?<date>\S.*))?$/d, isSure: true },
  {
    pattern:
      /^(?:\*\*)?(?<name>(?:[Mm]ilestone|[Pp]hase|[Ss]tage|[Ss]tep)[ -]?\w+|[Dd]eadline|[Tt]arget|[Dd]ue)(?:\*\*)?(?: ?: ?| - | ?[–—] ?|, | (?=\()| by )(?:\*\*)? ?\(?(?<date>[^\s(*].*?)\)?(?:\*\*)?:?(?:\*\*)?$/d,
    isSure: true,
  },
  { pattern: /^(?:\*\*)?(?<name>(?:[Mm]ilestone|[Pp]hase|[Ss]tage|[Ss]tep)[ -]?\w+)(?:\*\*)?:?(?:\*\*)?$/d, isSure: false },
]

/** What counts as a date: a day, a month, a week or milestone of the release schedule, or a release. */
const dateLike =
  /^[^.!?]{0,60}(?:\d{4}|\bR ?[-+] ?\d+|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\bweek\b|\bTB[ADC]\b|\b\w+-[123]\b|\bQ[1-4]\b|\b(?:end|start|beginning) of\b)/i

interface Lead {
  found: FoundFact<'name' | 'date'>[]
  isSure: boolean
}

function readLead(line: string): Lead | undefined {
  if (line.includes('{{')) return undefined
  for (const { pattern, isSure } of leads) {
    const match = pattern.exec(line)
    if (!match) continue
    const found = (['name', 'date'] as const).flatMap((name): FoundFact<'name' | 'date'>[] => {
      const text = match.groups?.[name]
      return text === undefined ? [] : [{ name, at: match.indices?.groups?.[name]?.[0] ?? 0, text }]
    })
    const date = found.find(({ name }) => name === 'date')?.text
    if (date !== undefined && !/ date/i.test(line) && !dateLike.test(date)) continue
    return { found, isSure }
  }
  return undefined
}

/** The milestones that begin at a block, and the number of blocks they take. */
export function readMilestones(
  source: string,
  blocks: readonly Block[],
  at: number,
  column: number,
  list: string,
): { entries: MilestonePart[]; blocks: number } | undefined {
  const block = blocks[at] as Block
  const { type } = block.node ?? {}
  if (type === 'definition_list' || isListNode(block.node)) {
    const entries = readNested(source, block, list)
    return entries && { entries, blocks: 1 }
  }
  const isLead = (other: Block) => readLead(textOf(source, other, column).split('\n')[0] ?? '') !== undefined
  if (type !== 'paragraph' || !isLead(block)) return undefined
  let end = at + 1
  while (blocks[end]?.node?.type === 'paragraph' && !isLead(blocks[end] as Block)) end++
  const after = blocks[end]
  const place = { source, column, list }
  const read = (below: readonly Block[], count: number) => {
    const whole = { start: block.start, end: (blocks[at + count - 1] as Block).end }
    const entry = readMilestone(place, block, below, whole)
    return entry && { entries: [entry], blocks: count }
  }
  const listed = isListNode(after?.node) ? read(blocks.slice(at + 1, end + 1), end + 1 - at) : undefined
  if (listed) return listed
  const isQuoted = after?.node?.type === 'block_quote' && end === at + 1
  return (isQuoted ? read(blocksOf(source, after.node?.children ?? [], after), 2) : undefined) ?? read([], 1)
}

/** Milestones with their criteria nested below them: items of a list or of a definition list. */
function readNested(source: string, block: Block, list: string): MilestonePart[] | undefined {
  const column = textColumn(source, block)
  const entries = blocksOf(source, block.node?.children ?? [], block).map((item) => {
    const children = item.node?.children.filter(isElement) ?? []
    if (item.node?.type === 'definition_list_item') {
      const definition = children.find((child) => child.type === 'definition')
      const term = trimRange(source, { start: item.start, end: definition?.position.start.offset ?? item.end })
      const below = blocksOf(source, definition?.children ?? [], { start: term.end, end: item.end })
      return below.length > 0 ? readMilestone({ source, column, list }, term, below, item) : undefined
    }
    const marker = markerOf(source.slice(item.start, item.end).trimStart())
    if (marker === undefined) return undefined
    const start = item.start + source.slice(item.start, item.end).indexOf(marker) + marker.length
    const [head, ...below] = blocksOf(source, children, trimRange(source, { start, end: item.end }))
    return head && below.length > 0 ? readMilestone({ source, column, list, marker }, head, below, item) : undefined
  })
  return entries.every((entry) => entry !== undefined) ? entries : undefined
}

interface Place {
  source: string
  /** The column where the milestone begins. */
  column: number
  /** The usual marker of criteria. */
  list: string
  /** The marker of the milestone, if it is an item of a list. */
  marker?: string
}

/** Reads a milestone from its first block and the blocks below it: introductions, then the criteria. */
function readMilestone(
  { source, column, list, marker }: Place,
  head: Range,
  below: readonly Block[],
  whole: Range,
): MilestonePart | undefined {
  const headColumn = columnOf(source, head.start)
  const [line = '', ...rest] = textOf(source, head, headColumn).split('\n')
  const lead = readLead(line)
  const last = below.at(-1)
  const intros = below.slice(0, -1)
  if (!lead || (!lead.isSure && !last) || intros.some(({ node }) => node?.type !== 'paragraph')) return undefined
  const inner = last === undefined ? headColumn : textColumn(source, last)
  const items = last && isListNode(last.node) ? readItems(source, last, inner, readCriterion) : undefined
  if (last && !items) return undefined
  const intro = [...(rest.length > 0 ? [rest.join('\n')] : []), ...intros.map((block) => textOf(source, block, inner))].join(
    '\n\n',
  )
  const { name, date } = factsOf(lead.found)
  const isLast = name === lastName && / [Dd]ate/.test(line)
  const own = items?.[0].marker
  const value: Milestone = {
    ...(isLast ? {} : { name }),
    ...(date === undefined ? {} : { date }),
    ...(intro === '' ? {} : { intro }),
    ...(own === undefined || own === list ? {} : { list: own }),
    criteria: items?.map((item) => item.value as Milestone['criteria'][number]) ?? [],
  }
  const holes = lead.found.filter((hole) => hole.name !== 'name' || !isLast)
  const first = below[0]
  const gap = first && !/\n[ \t]*\r?\n/.test(source.slice(head.end, first.start + 1)) ? '\n' : '\n\n'
  const indented = (columns: number, hole: string) => ' '.repeat(columns - column) + hole
  const introduced = rest.length > 0 ? `\n${indented(headColumn, '{{intro}}')}` : gap + indented(inner, '{{intro}}')
  const wording =
    (marker === undefined ? '' : `${marker} `) +
    wordingOf(line, holes) +
    (intro === '' ? '' : introduced) +
    (items ? (intro === '' ? gap : '\n\n') + indented(inner, '{{criteria}}') : '')
  // Writing a long list takes long.
  const listed = listOf(value, list)
  const write = (wanted: string | undefined) =>
    writeMilestone(wanted === undefined ? value : { ...value, written: wanted }, list, listed)
  const written = [wording.replace(/\n\n\{\{criteria\}\}$/, '').replace(/\n\n\{\{intro\}\}$/, ''), wording].find(
    (short) => write(short) === write(wording),
  )
  const isUsual = write(undefined) === write(written)
  const worded: Milestone = isUsual ? value : { ...value, written }
  if (!isSameText(write(worded.written), textOf(source, whole, column))) return undefined
  const paragraph = (key: string, range: Range): EntryPart => ({
    kind: 'paragraph',
    key,
    value: textOf(source, range, column),
    start: range.start,
    end: range.end,
  })
  const parts = [paragraph('lead', { start: whole.start, end: head.end }), ...intros.map((block) => paragraph('intro', block))]
  return {
    kind: 'group',
    value: worded,
    start: whole.start,
    end: whole.end,
    items: items ?? [],
    parts: [...parts, ...(items ?? [])],
  }
}

/** The RST of a milestone: in its own wording, or in the usual one if its own has no place for a fact. */
export function writeMilestone(milestone: Milestone, usualList: string, criteria = listOf(milestone, usualList)): string {
  const { name, date, intro, written } = milestone
  const facts: Facts = { name, date, intro, criteria }
  const usual = `${name === undefined ? lastName : '{{name}}'} Date: {{date}}`
  return (
    (written === undefined ? undefined : fillWording(completed(written), facts)) ??
    (fillWording(completed(usual), facts) as string)
  )
}

/** The criteria of a milestone as RST. */
function listOf({ list, criteria }: Milestone, usualList: string): string | undefined {
  return criteria.length > 0 ? writeList(criteria, list ?? usualList) : undefined
}

/** Facts that the wording has no place for go below it: the introduction, then the criteria. */
function completed(wording: string): string {
  if (wording.includes('{{criteria}}')) return wording
  return `${wording}${wording.includes('{{intro}}') ? '' : '\n\n{{intro}}'}\n\n{{criteria}}`
}
