/** The kinds of sections. Add one here; reading, rendering and updating use this list. */
import type { Goal, ProfileKeyKind } from '../../goal/index.ts'
import { parseRst } from '../../rst/index.ts'
import type { Profile, ProfileSection } from '../profile.ts'
import { isSameText } from '../same-text.ts'
import { blocksOf, textOf } from '../text.ts'
import { champions } from './champions.ts'
import { checklist } from './checklist.ts'
import { criteria, criteriaOf, current, entriesOf, references } from './entries.ts'
import { gerrit } from './gerrit.ts'
import { prose, readProse, writeProse } from './prose.ts'
import {
  type Body,
  bodyKeys,
  type ReadSection,
  type SectionBody,
  type SectionKey,
  type SectionKind,
  type SectionValue,
} from './section.ts'
import { tracking } from './tracking.ts'

const kinds: { [Key in SectionKey]: SectionKind<Key> } = {
  description: prose,
  design: prose,
  champions,
  gerrit,
  tracking,
  checklist,
  criteria,
  references,
  current,
}

/** The keys of the goal that are sections of a document. */
export const sectionKeys: readonly string[] = [...bodyKeys, 'teams']

export function isSectionKey(key: string): key is SectionKey {
  return (bodyKeys as readonly string[]).includes(key)
}

/** The content of a section whose key a profile adds; the schema has checked that it fits the kind. */
export type OwnBody = SectionValue<'criteria'>

const profileKinds: Record<ProfileKeyKind, (key: string) => SectionKind<'criteria'>> = {
  prose: () => ({ read: readProse, write: (value) => writeProse(value as SectionValue<'design'>) }),
  entries: (key) => {
    const { read, write } = entriesOf(key)
    return { read, write: (value, profile) => write(value as SectionValue<'references'>, profile) }
  },
  criteria: criteriaOf,
}

const profileKind = ({ key, kind = 'prose' }: ProfileSection) => profileKinds[kind](key)

/** Reads the body of a section. It is read as prose if it has no key, or if its meaning would change when it is written again. */
export function readBody(section: ProfileSection | undefined, body: Body): ReadSection<SectionBody> {
  if (section === undefined) return readProse(body)
  return isSectionKey(section.key) ? readFaithfully(kinds[section.key], body) : readFaithfully(profileKind(section), body)
}

function readFaithfully<Key extends SectionKey>(kind: SectionKind<Key>, body: Body): ReadSection<SectionBody> {
  const read = kind.read(body)
  return isSameText(kind.write(read.value, body.profile), textOf(body.source, body.range)) ? read : readProse(body)
}

/** The value of a key whose text is given. */
export function readText<Key extends SectionKey>(key: Key, text: string, profile: Profile): SectionValue<Key> {
  return readFaithfully(kinds[key], bodyOf(text, profile)).value as SectionValue<Key>
}

/** The value of a profile's own key whose text is given. */
export function readOwnText(section: ProfileSection, text: string, profile: Profile): OwnBody {
  return readFaithfully(profileKind(section), bodyOf(text, profile)).value as OwnBody
}

function bodyOf(text: string, profile: Profile): Body {
  const range = { start: 0, end: text.length }
  return { source: text, range, blocks: blocksOf(text, parseRst(text).children, range), profile }
}

/** The body of a section as the goal states it. */
export function writeBody(section: ProfileSection, goal: Goal, profile: Profile): string {
  if (isSectionKey(section.key)) return writeKey(section.key, goal, profile)
  const value = (goal as object as Readonly<Record<string, OwnBody | undefined>>)[section.key]
  return value === undefined ? '' : profileKind(section).write(value, profile)
}

export function writeKey<Key extends SectionKey>(key: Key, goal: Goal, profile: Profile): string {
  const value = goal[key]
  const kind: SectionKind<Key> = kinds[key]
  return value === undefined ? '' : kind.write(value, profile)
}

export { writeProse } from './prose.ts'
export type { Body, Check, ReadSection, SectionBody, SectionKey, SectionValue } from './section.ts'
