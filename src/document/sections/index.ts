/** The kinds of sections. Add one here; reading, rendering and updating pick it up. */
import { champions } from './champions.ts'
import { checklist } from './checklist.ts'
import { criteria, current, references } from './entries.ts'
import { gerrit } from './gerrit.ts'
import { proseSection } from './prose.ts'
import type { SectionKind } from './section.ts'
import { tracking } from './tracking.ts'

const kinds: readonly SectionKind[] = [
  proseSection('description'),
  proseSection('design'),
  champions,
  gerrit,
  tracking,
  checklist,
  criteria,
  references,
  current,
]

/** The keys of the goal that are sections of a document. */
export const sectionKeys: readonly string[] = [...kinds.map((kind) => kind.key), 'teams']

const prose = proseSection('sections')

/** The kind of a key; free sections are prose. */
export function sectionKind(key: string | undefined): SectionKind {
  return kinds.find((kind) => kind.key === key) ?? prose
}

export { readProse, writeProse } from './prose.ts'
export type { Body, SectionKind, SectionValue } from './section.ts'
