/** Sections that hold lists: references, criteria, the current state. */
import { entryShape, type PlainGroup, readEntries, type Shape, writeEntries } from '../entries.ts'
import type { Profile } from '../profile.ts'
import { readProse, writeProse } from './prose.ts'
import type { SectionKind } from './section.ts'

/** A section of entries; one without any list is prose. */
export function entriesSection(key: string, shape: Shape): SectionKind {
  const style = (profile: Profile) => ({ list: profile.lists[key] ?? profile.lists.default ?? '*', shape })
  return {
    key,
    read(body) {
      const entries = readEntries(body.source, body.blocks, 0, style(body.profile))
      if (!entries.some((entry) => entry.kind === 'item' || entry.kind === 'group')) return readProse(body)
      return { value: entries.map((entry) => entry.value), parts: entries, entries }
    },
    write: (value, profile) => (Array.isArray(value) ? writeEntries(value, style(profile)) : writeProse(value)),
  }
}

export const references = entriesSection('references', entryShape)

/** Criteria and whom they apply to: `{for, items}`. */
export const criteria = entriesSection('criteria', {
  toModel({ intro, comment, list, items }) {
    if (comment !== undefined || !items.every((item) => typeof item === 'string')) return undefined
    return { ...(intro === undefined ? {} : { for: intro }), ...(list === undefined ? {} : { list }), items }
  },
  fromModel(value) {
    if (!('items' in value)) return undefined
    const { for: intro, list, items } = value as { for?: string; list?: string; items: string[] }
    return { intro: intro ?? (value as PlainGroup).intro, list, items }
  },
})

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
    const { date, intro, comment, list, projects } = value as PlainGroup & { projects: string[] }
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
