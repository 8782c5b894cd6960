/** What a kind of section is: a reader and a writer of one key of the goal. */
import type { Profile } from '../profile.ts'
import type { EntryPart, Part, Range } from '../reading.ts'
import type { Block } from '../text.ts'

/** The body of a section: everything below its heading. */
export interface Body {
  source: string
  range: Range
  /** Its blocks, subsections among them. */
  blocks: readonly Block[]
  profile: Profile
}

export interface SectionValue {
  value: unknown
  parts: Part[]
  entries?: EntryPart[]
}

export interface SectionKind {
  /** The key of the goal. */
  key: string
  read(body: Body): SectionValue
  /** The body as RST; `value` is what the schema allows for the key. */
  write(value: unknown, profile: Profile): string
}
