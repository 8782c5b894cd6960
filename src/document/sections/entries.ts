/** Sections that hold lists: references, criteria, the current state. */
import type { Criteria, Milestone, ProjectList } from '../../goal/index.ts'
import { entryShape, type PlainGroup, readEntries, type Shape, writeEntries } from '../entries.ts'
import type { Profile } from '../profile.ts'
import type { EntryPart } from '../reading.ts'
import { readProse, writeProse } from './prose.ts'
import type { SectionKind } from './section.ts'

/** A section of entries; one without any list is prose. `joined` may take neighbours together. */
export function entriesSection(key: string, shape: Shape, joined = (entries: EntryPart[]) => entries): SectionKind {
  const style = (profile: Profile) => ({ list: profile.lists[key] ?? profile.lists.default ?? '*', shape })
  return {
    key,
    read(body) {
      const entries = joined(readEntries(body.source, body.blocks, 0, style(body.profile)))
      if (!entries.some((entry) => entry.kind === 'item' || entry.kind === 'group')) return readProse(body)
      return { value: entries.map((entry) => entry.value), parts: entries, entries }
    },
    write: (value, profile) => (Array.isArray(value) ? writeEntries(value, style(profile)) : writeProse(value)),
  }
}

export const references = entriesSection('references', entryShape)

const criteriaShape: Shape = {
  toModel({ intro, comment, list, items }) {
    if (comment !== undefined || !items.every((item) => typeof item === 'string')) return undefined
    return { ...(intro === undefined ? {} : { for: intro }), ...(list === undefined ? {} : { list }), items }
  },
  fromModel(value) {
    if ('criteria' in value) {
      const { name = 'Completion', date, intro = 'Items to complete:', list, criteria: items } = value as Milestone
      return { lead: date === undefined ? undefined : `${name} Date: ${date}`, intro, list, items }
    }
    if (!('items' in value)) return undefined
    const { for: intro, list, items } = value as Criteria
    return { intro: intro ?? (value as PlainGroup).intro, list, items }
  },
}

/** Criteria and whom they apply to: `{for, items}`; behind a date, a milestone: `{name, date, intro, criteria}`. */
export const criteria = entriesSection('criteria', criteriaShape, (entries) =>
  entries.flatMap((entry, at) => joinMilestone(entry, entries[at - 1], entries[at + 1])),
)

/** A paragraph `Milestone 1 Date: …` and the criteria behind it are one entry. */
function joinMilestone(entry: EntryPart, before: EntryPart | undefined, behind: EntryPart | undefined): EntryPart[] {
  if (milestoneAt(entry, behind)) return []
  const found = before && milestoneAt(before, entry)
  return found ? [{ ...entry, ...found }] : [entry]
}

function milestoneAt(lead: EntryPart, group: EntryPart | undefined): Partial<EntryPart> | undefined {
  const text =
    lead.kind === 'paragraph' && typeof lead.value === 'object' ? (lead.value as { paragraph: string }).paragraph : undefined
  const dated = /^(\S[^\n]*?) Date: (\S[^\n]*)$/.exec(text ?? '')
  if (!dated || group?.kind !== 'group') return undefined
  const { for: intro, items, ...rest } = group.value as Criteria
  if (intro === undefined) return undefined
  const value = { name: dated[1], date: dated[2], intro, ...rest, criteria: items }
  return { value, start: lead.start, parts: [{ ...lead, key: 'lead' }, ...(group.parts ?? [])] }
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Lists of projects as of a date: `{date, intro, comment, projects}`. */
export const current = entriesSection('current', {
  toModel({ intro, comment, list, items }) {
    if (!items.every((item) => typeof item === 'string' && !item.includes('\n'))) return undefined
    const dated = readDate(intro)
    return {
      ...(dated ? { date: dated.date } : {}),
      ...(intro === undefined ? {} : { intro: dated?.rest ?? intro }),
      ...(comment === undefined ? {} : { comment }),
      ...(list === undefined ? {} : { list }),
      projects: items,
    }
  },
  fromModel(value) {
    if ('items' in value) return value as PlainGroup
    if (!('projects' in value)) return undefined
    const { date, intro, comment, list, projects } = value as ProjectList
    return { intro: date === undefined ? intro : writeDate(date) + (intro ?? ''), comment, list, items: projects }
  },
})

/** `On 12 Jan 2017 …` → its date and the rest. */
function readDate(intro: string | undefined): { date: string; rest: string } | undefined {
  const found = /^On (\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (?=\S)/.exec(intro ?? '')
  if (!found) return undefined
  const [lead, day = '', month = '', year = ''] = found
  const date = `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
  return writeDate(date) === lead ? { date, rest: (intro as string).slice(lead.length) } : undefined
}

function writeDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `On ${Number(day)} ${months[Number(month) - 1]} ${year} `
}
