/** A change of values in one wording, made in values of another: what did not change keeps its own form. */
import { isRecord, isSame } from '../text/index.ts'
import { align } from './align.ts'

/** `own` with what differs between `said` (the same in the words of a document) and `wanted`. Prose in Markdown, groups that a
 * document does not show, and what it cannot say at all stay as they are. */
export function graft(own: unknown, said: unknown, wanted: unknown, key?: string): unknown {
  if (isSame(said, wanted)) return own
  if (Array.isArray(own) && Array.isArray(said) && Array.isArray(wanted)) return graftList(own, said, wanted, key)
  if (!isRecord(own) || !isRecord(said) || !isRecord(wanted)) return wanted
  const keys = new Set([...Object.keys(own), ...Object.keys(wanted)])
  // What the document cannot say, such as a stated status that follows from the artifacts, stays.
  const isKept = (name: string) => !(name in said) && !(name in wanted)
  const entries = [...keys].map((name) => [name, isKept(name) ? own[name] : graft(own[name], said[name], wanted[name], name)])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

/** An entry of a list, and the group that it is in where the document shows its entries and not the group. */
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
    const written = slot === undefined ? value : graft(slot.value, said[from], value)
    // What is new goes where the entry above it is.
    const group = (from < 0 ? previous : slot)?.group
    if (from >= 0) previous = slot
    const open = group && groups.get(group)
    if (group === undefined) grafted.push(written)
    else if (open === undefined) {
      groups.set(group, { ...group, items: [written] })
      grafted.push(groups.get(group))
    } else if (grafted.at(-1) === open) open.items.push(written)
    // The entries of the group no longer stand together.
    else return [...wanted]
  }
  return grafted
}

/** For each entry that is said the one that says it: by place, where the groups that nobody sees are opened, else by name. */
function slotsOf(own: readonly unknown[], said: readonly unknown[]): (Slot | undefined)[] {
  const slots = own.flatMap((value): Slot[] => {
    const isShown = (other: unknown) => isRecord(other) && Array.isArray(other.items)
    if (!isUnseen(value) || said.some(isShown)) return [{ value }]
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
function isUnseen(value: unknown): value is { items: unknown[] } {
  return isRecord(value) && Array.isArray(value.items) && Object.keys(value).every((key) => key === 'items' || key === 'list')
}

/** The name of a team, the title of a section, the question of a checklist; nothing for an entry without one. */
export function nameOf(value: unknown): string | undefined {
  const name = isRecord(value) ? (value.name ?? value.title ?? value.question) : undefined
  return typeof name === 'string' ? name : undefined
}
