/** Applies a change that was made to values in one wording to the same values in another wording. What did not change keeps its form. */
import { isRecord, isSame } from '../text/index.ts'
import { align } from './align.ts'

/** `own`, changed where `said` (the same values in the words of a document) differs from `wanted`. Markdown, groups that a document does
 * not show, and values that a document cannot express stay as they are.
 */
export function withChangedValues(own: unknown, said: unknown, wanted: unknown, key?: string): unknown {
  if (isSame(said, wanted)) return own
  if (Array.isArray(own) && Array.isArray(said) && Array.isArray(wanted)) return graftList(own, said, wanted, key)
  if (!isRecord(own) || !isRecord(said) || !isRecord(wanted)) return wanted
  const keys = new Set([...Object.keys(own), ...Object.keys(wanted)])
  // Values that the document cannot express stay, e.g. a stated status that follows from the artifacts.
  const isKept = (name: string) => !(name in said) && !(name in wanted)
  const entries = [...keys].map((name) => [
    name,
    isKept(name) ? own[name] : withChangedValues(own[name], said[name], wanted[name], name),
  ])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

/** An entry of a list, and its group, if the document shows the entries but not the group. */
interface Slot {
  value: unknown
  group?: { items: unknown[] }
}

function graftList(
  own: readonly unknown[],
  said: readonly unknown[],
  wanted: readonly unknown[],
  key: string | undefined,
): unknown[] {
  const slots = slotsOf(own, said)
  const origin = align(said, wanted, key)
  const grafted: unknown[] = []
  const groups = new Map<unknown, { items: unknown[] }>()
  let previous: Slot | undefined = slots[0]
  for (const [at, value] of wanted.entries()) {
    const from = origin[at]!
    const slot = from < 0 ? undefined : slots[from]
    const written = slot === undefined ? value : withChangedValues(slot.value, said[from], value)
    // A new entry goes into the group of the entry above it. Entries without names are matched in order, so a group stays together.
    const group = (from < 0 ? previous : slot)?.group
    if (from >= 0) previous = slot
    const open = group && groups.get(group)
    if (group === undefined) grafted.push(written)
    else if (open === undefined) {
      groups.set(group, { ...group, items: [written] })
      grafted.push(groups.get(group))
    } else open.items.push(written)
  }
  return grafted
}

/** For each entry in the document, the entry of the model that it comes from: by index if invisible groups are opened, otherwise by name.
 */
function slotsOf(own: readonly unknown[], said: readonly unknown[]): (Slot | undefined)[] {
  const slots = own.flatMap((value): Slot[] => {
    const isShown = (other: unknown) => isRecord(other) && Array.isArray(other.items)
    if (!isInvisibleGroup(value) || said.some(isShown)) return [{ value }]
    return value.items.map((inner) => ({ value: inner, group: value }))
  })
  if (slots.length === said.length) return slots
  if (own.length === said.length) return own.map((value) => ({ value }))
  return said.map((value) => {
    const name = nameOf(value)
    const found = name === undefined ? undefined : own.find((other) => nameOf(other) === name)
    return found === undefined ? undefined : { value: found }
  })
}

/** A group without an introduction reads as its entries. */
function isInvisibleGroup(value: unknown): value is { items: unknown[] } {
  return isRecord(value) && Array.isArray(value.items) && Object.keys(value).every((key) => key === 'items' || key === 'list')
}

/** The name of a team, the title of a section or the question of a checklist; `undefined` for an entry without one. */
export function nameOf(value: unknown): string | undefined {
  const name = isRecord(value) ? (value.name ?? value.title ?? value.question) : undefined
  return typeof name === 'string' ? name : undefined
}
