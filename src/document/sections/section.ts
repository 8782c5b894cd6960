/** What a kind of section is: a reader and a writer of one key of the goal. */
import type { Goal } from '../../goal/index.ts'
import type { Profile } from '../profile.ts'
import type { EntryPart, Part, Range } from '../reading.ts'
import type { Block } from '../text.ts'

/** The keys of the goal that stand for a section with a body; that of the teams consists of sections. */
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

/** What the schema allows for a key. */
export type Stated<Key extends SectionKey> = NonNullable<Goal[Key]>
export type SectionBody = Stated<SectionKey>

/** A question of the checklist. */
export type Check = Extract<Stated<'checklist'>, readonly unknown[]>[number]

/** The body of a section: everything below its heading. */
export interface Body {
  source: string
  range: Range
  /** Its blocks, subsections among them. */
  blocks: readonly Block[]
  profile: Profile
}

export interface ReadSection<Value> {
  value: Value
  parts: Part[]
  entries?: EntryPart[]
}

export interface SectionKind<Key extends SectionKey> {
  read(body: Body): ReadSection<Stated<Key>>
  /** The body as RST. */
  write(value: Stated<Key>, profile: Profile): string
}
