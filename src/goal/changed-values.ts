/** Applies a change that was made to values in one wording to the same values in another wording. What did not change keeps its form. */
import { appendAll, isRecord, isSame } from '../text/index.ts'
import { align } from './align.ts'

export interface ChangeOptions {
  /** Takes an edit of the text that Markdown was written as back into the Markdown; `undefined` if that is not possible. */
  editMarkdown?: (markdown: string, said: string, wanted: string) => string | undefined
  /** Whether changed entries stay in groups that the document does not show. The document may then no longer read as `wanted`. */
  keepsGroups?: boolean
}

/** `own`, changed where `said` (the same values in the words of a document) differs from `wanted`. Values that a document cannot express
 * stay as they are, and so do Markdown and groups that it does not show, if the options say so.
 */
export function withChangedValues(own: unknown, said: unknown, wanted: unknown, options: ChangeOptions, key?: string): unknown {
  // A string below a group is written as a paragraph, elsewhere as an item.
  if (!options.keepsGroups && typeof own === 'string' && isParagraph(wanted)) return wanted
  if (isSame(said, wanted)) return own
  if (Array.isArray(own) && Array.isArray(said) && Array.isArray(wanted)) return graftList(own, said, wanted, options, key)
  if (isRecord(own) && typeof own.markdown === 'string' && typeof said === 'string' && typeof wanted === 'string') {
    const markdown = options.editMarkdown?.(own.markdown, said, wanted)
    return markdown === undefined ? wanted : { markdown }
  }
  // An entry below a group is written as a paragraph.
  if (typeof own === 'string' && isParagraph(said) && isParagraph(wanted))
    return withChangedValues(own, said.paragraph, wanted.paragraph, options)
  if (!isRecord(own) || !isRecord(said) || !isRecord(wanted)) return wanted
  const keys = new Set([...Object.keys(own), ...Object.keys(wanted)])
  // Values that the document cannot express stay, e.g. a stated status that follows from the artifacts.
  const isKept = (name: string) => !(name in said) && !(name in wanted)
  const entries = [...keys].map((name) => [
    name,
    isKept(name) ? own[name] : withChangedValues(own[name], said[name], wanted[name], options, name),
  ])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

/** An entry of a list, and its group, if the document shows the entries but not the group. */
interface Slot {
  value: unknown
  group?: Group
  /** What it is of the group, if not one of its entries: the text above them, or the rest of the group. */
  part?: 'head' | 'list'
}

interface Group {
  intro?: string
  comment?: string
  items: unknown[]
}

function graftList(
  own: readonly unknown[],
  said: readonly unknown[],
  wanted: readonly unknown[],
  options: ChangeOptions,
  key: string | undefined,
): unknown[] {
  const slots = slotsOf(own, said, options.keepsGroups === true)
  const origin = align(said, wanted, key)
  const grafted: unknown[] = []
  const groups = new Map<unknown, Group>()
  const withoutList = new Set<unknown>()
  // A new entry at the start goes into the first group, but not below its introduction.
  let previous: Slot | undefined = slots[0]?.part === 'head' ? undefined : slots[0]
  for (const [at, value] of wanted.entries()) {
    const from = origin[at]!
    const slot = from < 0 ? undefined : slots[from]
    const written = slot === undefined ? value : withChangedValues(slot.value, said[from], value, options)
    // A new entry goes into the group of the entry above it. Entries without names are matched in order, so a group stays together.
    const group = (from < 0 ? previous : slot)?.group
    if (from >= 0) previous = slot
    let open = groups.get(group)
    // A new paragraph ends the list of its group. The entries below it are a group of their own.
    const isBetween = from < 0 && !isItem(value)
    if (isBetween && open?.items.length === 0) withoutList.add(open)
    if (isBetween || (slot?.part !== undefined && open !== undefined && open.items.length > 0)) {
      groups.delete(group)
      open = undefined
    }
    if (group === undefined || isBetween) {
      grafted.push(written)
      continue
    }
    if (open === undefined) {
      const { intro: _, comment: __, ...rest } = group
      open = { ...rest, items: [] }
      groups.set(group, open)
      grafted.push(open)
    }
    if (slot?.part === 'head') Object.assign(open, headOf(written))
    else if (slot?.part === 'list' && hasItems(written)) Object.assign(open, written)
    else open.items.push(written)
  }
  return withoutList.size === 0
    ? grafted
    : grafted.flatMap((entry) => (withoutList.has(entry) ? headsOf(entry as Group) : [entry]))
}

/** Whether a list can contain the entry. */
function isItem(value: unknown): boolean {
  return !isRecord(value) || !['paragraph', 'comment', 'rst', 'items'].some((name) => name in value)
}

/** The text above the list of a group, as entries of their own. */
function headsOf({ intro, comment }: Group): unknown[] {
  return [...(intro === undefined ? [] : [{ paragraph: intro }]), ...(comment === undefined ? [] : [{ comment }])]
}

/** The text above a group, from an entry that the document shows. */
function headOf(entry: unknown): { intro: unknown } | { comment: unknown } {
  if (isRecord(entry) && 'comment' in entry) return { comment: entry.comment }
  return { intro: isParagraph(entry) ? entry.paragraph : entry }
}

/** For each entry in the document, the entry of the model that it comes from: by index if groups that the document does not show are opened,
 * otherwise by name.
 */
function slotsOf(own: readonly unknown[], said: readonly unknown[], opensGroups: boolean): (Slot | undefined)[] {
  const slots: Slot[] = []
  for (const value of own) {
    if (opensGroups && isGroup(value) && !hasItems(said[slots.length])) appendAll(slots, openedGroup(value, said, slots.length))
    else slots.push({ value })
  }
  if (slots.length === said.length) return slots
  if (own.length === said.length) return own.map((value) => ({ value }))
  return said.map((value) => {
    const name = nameOf(value)
    const found = name === undefined ? undefined : own.find((other) => nameOf(other) === name)
    return found === undefined ? undefined : { value: found }
  })
}

/** A group without an introduction reads as its entries. One whose introduction ends without a colon reads as a paragraph, and then the
 * entries, or a group of them if a list precedes it. `at` is its place in `said`.
 */
function openedGroup(group: Group, said: readonly unknown[], at: number): Slot[] {
  const { items } = group
  const head = headsOf(group)
  const heads = head.map((value): Slot => ({ value, group, part: 'head' }))
  // The group of the document may have the comment.
  const shown = [0, 1, 2].find((count) => count <= head.length && hasItems(said[at + count]))
  if (shown === undefined) return [...heads, ...items.map((value): Slot => ({ value, group }))]
  return [...heads.slice(0, shown), { value: Object.assign({}, ...head.slice(shown), { items }), group, part: 'list' }]
}

function isParagraph(value: unknown): value is { paragraph: unknown } {
  return isRecord(value) && 'paragraph' in value
}

function hasItems(value: unknown): value is Record<string, unknown> & { items: unknown[] } {
  return isRecord(value) && Array.isArray(value.items)
}

function isGroup(value: unknown): value is Group {
  return (
    hasItems(value) &&
    Object.keys(value).every((key) => key === 'items' || key === 'list' || key === 'intro' || key === 'comment')
  )
}

/** The name of a team, the title of a section or the question of a checklist; `undefined` for an entry without one. */
export function nameOf(value: unknown): string | undefined {
  const name = isRecord(value) ? (value.name ?? value.title ?? value.question) : undefined
  return typeof name === 'string' ? name : undefined
}
