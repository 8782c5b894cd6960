/** Sections that hold lists: references, criteria, the current state. */
import type { Criteria, Entry, Group, Milestone, ProjectList } from '../../goal/index.ts'
import { entryShape, readEntries, type Shape, writeEntries } from '../entries.ts'
import { readPlain, writePlain } from '../plain.ts'
import { listOf, type Profile } from '../profile.ts'
import type { GroupShape } from '../reading.ts'
import { readDate, writeDate } from './dates.ts'
import { readMilestones, writeMilestone } from './milestones.ts'
import { readProse, writeProse } from './prose.ts'
import { readCriterion } from './releases.ts'
import type { Body, ReadSection } from './section.ts'

/** A section of entries; it is prose if it contains no list. */
function entriesSection<Own extends GroupShape>(key: string, shape: Shape<Own>, readItem?: (text: string) => Entry) {
  const style = (profile: Profile) => ({ list: listOf(profile, key), shape, readItem })
  return {
    read(body: Body): ReadSection<string | (Entry | Own)[]> {
      const entries = readEntries(body.source, body.blocks, 0, style(body.profile))
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

export const criteriaShape: Shape<Criteria | Milestone | Group> = {
  toModel(group) {
    const { intro, comment, list, items } = group
    if (comment !== undefined || !items.every(isCriterion)) return group
    return { ...(intro === undefined ? {} : { for: intro }), ...(list === undefined ? {} : { list }), items }
  },
  fromModel(value) {
    if (!('items' in value)) return undefined
    const { list, items } = value
    if ('comment' in value || 'intro' in value) return value
    return { intro: 'for' in value ? value.for : undefined, list, items }
  },
  read: readMilestones,
  write: (value, list) => ('criteria' in value ? writeMilestone(value, list) : undefined),
}

function isCriterion(item: Entry): item is Criteria['items'][number] {
  return typeof item === 'string' || 'criterion' in item
}

/** Criteria and the teams that they apply to: `{for, items}`; with a date they are milestones: `{name, date, intro, criteria}`. */
export const criteriaOf = (key: string) => entriesSection(key, criteriaShape, readCriterion)

export const criteria = criteriaOf('criteria')

/** Whether an item can be the name of a project. */
function isName(item: Entry): item is string {
  return typeof item === 'string' && item !== '' && item.trim() === item && !item.includes('\n')
}

/** Lists of projects on a date: `{date, intro, comment, projects}`. */
export const currentShape: Shape<ProjectList | Group> = {
  toModel(group) {
    const { intro, comment, list, items } = group
    if (!items.every(isName) || !items.every((item) => writePlain(readPlain(item)) === item)) return group
    const dated = intro === undefined ? undefined : readDate(intro)
    return {
      ...(dated ? { date: dated.date } : {}),
      ...(intro === undefined ? {} : { intro: dated?.intro ?? intro }),
      ...(comment === undefined ? {} : { comment }),
      ...(list === undefined ? {} : { list }),
      projects: items.map(readPlain),
    }
  },
  fromModel(value) {
    if ('items' in value) return value
    if (!('projects' in value)) return undefined
    const { date, intro, comment, list, projects } = value
    return {
      intro: date === undefined ? intro : writeDate(date, intro),
      comment,
      list,
      items: projects.map((project) => writePlain(project)),
    }
  },
}

export const current = entriesSection('current', currentShape)
