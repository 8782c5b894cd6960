/** Sections that hold lists: references, criteria, the current state. */
import type { Criteria, Entry, Milestone, ProjectList } from '../../goal/index.ts'
import { entryShape, readEntries, type Shape, writeEntries } from '../entries.ts'
import type { Profile } from '../profile.ts'
import type { EntryPart, GroupShape } from '../reading.ts'
import { readProse, writeProse } from './prose.ts'
import type { Body, ReadSection } from './section.ts'

/** A section of entries; one without any list is prose. `joined` may take neighbours together. */
function entriesSection<Own extends GroupShape>(key: string, shape: Shape<Own>, joined = (entries: EntryPart<Own>[]) => entries) {
  const style = (profile: Profile) => ({ list: profile.lists[key] ?? profile.lists.default ?? '*', shape })
  return {
    read(body: Body): ReadSection<string | (Entry | Own)[]> {
      const entries = joined(readEntries(body.source, body.blocks, 0, style(body.profile)))
      if (!entries.some((entry) => entry.kind === 'item' || entry.kind === 'group')) return readProse(body)
      return { value: entries.map((entry) => entry.value), parts: entries, entries }
    },
    write: (value: string | { markdown: string } | readonly (Entry | Own)[], profile: Profile) =>
      isList(value) ? writeEntries(value, style(profile)) : writeProse(value),
  }
}

function isList<Item>(value: string | { markdown: string } | readonly Item[]): value is readonly Item[] {
  return Array.isArray(value)
}

/** A list of entries under any key. */
export const entriesOf = (key: string) => entriesSection(key, entryShape)

export const references = entriesOf('references')

const criteriaShape: Shape<Criteria | Milestone> = {
  toModel({ intro, comment, list, items }) {
    if (comment !== undefined || !items.every((item) => typeof item === 'string')) return undefined
    return { ...(intro === undefined ? {} : { for: intro }), ...(list === undefined ? {} : { list }), items }
  },
  fromModel(value) {
    if ('criteria' in value) {
      const { name = 'Completion', date, intro = 'Items to complete:', list, criteria: items } = value
      return { lead: date === undefined ? undefined : `${name} Date: ${date}`, intro, list, items }
    }
    if (!('items' in value)) return undefined
    const { list, items } = value
    return { intro: 'for' in value ? value.for : 'intro' in value ? value.intro : undefined, list, items }
  },
}

/** Criteria and whom they apply to: `{for, items}`; behind a date, a milestone: `{name, date, intro, criteria}`. */
export const criteriaOf = (key: string) =>
  entriesSection(key, criteriaShape, (entries) =>
    entries.flatMap((entry, at) => {
      if (milestoneAt(entry, entries[at + 1])) return []
      return [milestoneAt(entries[at - 1], entry) ?? entry]
    }),
  )

export const criteria = criteriaOf('criteria')

/** A paragraph `Milestone 1 Date: …` and the criteria behind it are one entry. */
function milestoneAt(
  lead: EntryPart<Criteria | Milestone> | undefined,
  group: EntryPart<Criteria | Milestone> | undefined,
): EntryPart<Criteria | Milestone> | undefined {
  if (lead?.kind !== 'paragraph' || group?.kind !== 'group') return undefined
  const text = typeof lead.value === 'object' && 'paragraph' in lead.value ? lead.value.paragraph : ''
  const [, name, date] = /^(\S[^\n]*?) Date: (\S[^\n]*)$/.exec(text) ?? []
  if (name === undefined || !('items' in group.value)) return undefined
  const { for: intro, items, ...rest } = group.value
  if (intro === undefined) return undefined
  const value = { name, date, intro, ...rest, criteria: items }
  return { ...group, value, start: lead.start, parts: [{ ...lead, key: 'lead' }, ...(group.parts ?? [])] }
}

function isLine(item: Entry): item is string {
  return typeof item === 'string' && !item.includes('\n')
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Lists of projects as of a date: `{date, intro, comment, projects}`. */
const currentShape: Shape<ProjectList> = {
  toModel({ intro, comment, list, items }) {
    if (!items.every(isLine)) return undefined
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
    if ('items' in value) return value
    if (!('projects' in value)) return undefined
    const { date, intro, comment, list, projects } = value
    return { intro: date === undefined ? intro : writeDate(date) + (intro ?? ''), comment, list, items: projects }
  },
}

export const current = entriesSection('current', currentShape)

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
