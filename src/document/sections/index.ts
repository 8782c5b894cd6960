/** The kinds of sections. Add one here; reading, rendering and updating pick it up. */
import type { Goal } from '../../goal/index.ts'
import { sameText } from '../meaning.ts'
import type { Profile } from '../profile.ts'
import { textOf } from '../text.ts'
import { champions } from './champions.ts'
import { checklist } from './checklist.ts'
import { criteria, current, references } from './entries.ts'
import { gerrit } from './gerrit.ts'
import { prose, readProse } from './prose.ts'
import { type Body, bodyKeys, type ReadSection, type SectionBody, type SectionKey, type SectionKind } from './section.ts'
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

/** Reads the body of a section. One that stands for no key is prose, and one that would mean something else when it is
 *  written back. */
export function readBody(key: string | undefined, body: Body): ReadSection<SectionBody> {
  return key !== undefined && isSectionKey(key) ? readFaithfully(key, body) : readProse(body)
}

function readFaithfully<Key extends SectionKey>(key: Key, body: Body): ReadSection<SectionBody> {
  const kind: SectionKind<Key> = kinds[key]
  const read = kind.read(body)
  return sameText(kind.write(read.value, body.profile), textOf(body.source, body.range)) ? read : readProse(body)
}

/** The body of a section as the goal states it. */
export function writeBody<Key extends SectionKey>(key: Key, goal: Goal, profile: Profile): string {
  const value = goal[key]
  const kind: SectionKind<Key> = kinds[key]
  return value === undefined ? '' : kind.write(value, profile)
}

export { readProse, writeProse } from './prose.ts'
export type { Body, Check, ReadSection, SectionBody, SectionKey, SectionKind } from './section.ts'
