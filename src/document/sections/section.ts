/** The type of a section kind: a reader and a writer for one key of the goal. */
import type { Goal } from '../../goal/index.ts'
import type { Profile } from '../profile.ts'
import type { EntryPart, Part, Range } from '../reading.ts'
import type { Block } from '../text.ts'

/** The keys of the goal whose section has a body; the section of the teams has subsections instead. */
export const bodyKeys = [
  'description',
  'design',
  'champions',
  'gerrit',
  'tracking',
  'checklist',
  'criteria',
  'references',
  'current',
] as const
export type SectionKey = (typeof bodyKeys)[number]

/** The type of a key in the schema. */
export type SectionValue<Key extends SectionKey> = NonNullable<Goal[Key]>
export type SectionBody = SectionValue<SectionKey>

/** A question of the checklist. */
export type Check = Extract<SectionValue<'checklist'>, readonly unknown[]>[number]

/** The body of a section: everything below its heading. */
export interface Body {
  source: string
  range: Range
  /** The blocks of the body, including subsections. */
  blocks: readonly Block[]
  profile: Profile
}

export interface ReadSection<Value> {
  value: Value
  parts: Part[]
  entries?: EntryPart[]
}

export interface SectionKind<Key extends SectionKey> {
  read(body: Body): ReadSection<SectionValue<Key>>
  /** The body as RST. */
  write(value: SectionValue<Key>, profile: Profile): string
}
