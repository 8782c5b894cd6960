/** What `readDocument` finds: the pieces of a document, each with its place and what it says.
 *
 * A document is a sequence of parts with white space between them: what precedes the title, the title, the summary, the
 * sections. The section of the teams is a sequence of teams, a team of its heading, note and labels, a label of its
 * entries. Reading makes the goal from the parts; updating aligns the parts of two documents.
 */
import type { Criteria, Entry, Form, Group, Milestone, ProjectList, Status, Team } from '../goal/index.ts'
import type { DocumentNode, ElementNode } from '../rst/index.ts'
import type { Profile, ProfileSection } from './profile.ts'
import type { Check, SectionBody } from './sections/section.ts'

/** A piece of the source: offsets, 0-based, `end` exclusive. White space before and behind belongs to nobody. */
export interface Range {
  start: number
  end: number
}

/** A piece that says `Value`; two of a kind with equal values mean the same. */
interface Piece<Kind extends string, Value> extends Range {
  kind: Kind
  /** What makes it the same part in another version: a section's key, a team's name, a label's key. */
  key?: string
  value: Value
  /** The parts that it consists of, with nothing but white space between them. */
  parts?: Part[]
}

/** Text that stands for itself: what precedes the title, titles, prose, the label of a team's artifacts, what a template writes
 *  of its own. */
export type TextPart = Piece<'preamble' | 'heading' | 'text' | 'note' | 'marker' | 'fixed', string>

export type Part =
  | Piece<'document', undefined>
  | TextPart
  | Piece<'status', Status>
  | Piece<'check', Check>
  | Piece<'deliverables', NonNullable<Team['deliverables']>>
  | EntryPart
  | LabelPart
  | TeamPart
  | SectionPart

/** Groups of entries in the shapes that sections have for them. */
export type GroupShape = Group | Criteria | Milestone | ProjectList

/** An item of a list as it is written. */
export interface ItemPart extends Piece<'item', Entry> {
  /** e.g. `*`. */
  marker: string
}

/** An entry of a list, a paragraph, a group in the shape that its section has for it. */
export type EntryPart<Own extends GroupShape = GroupShape> =
  | ItemPart
  | Piece<'paragraph', Entry>
  | Piece<'comment', { comment: string }>
  | Piece<'rst', { rst: string }>
  | (Piece<'group', Own> & { items: ItemPart[] })

export interface LabelPart extends Piece<'label', { entries: Entry[]; form: Form }> {
  key: 'planning' | 'completion'
  /** The label itself, with its colon. */
  label: Range
  entries: EntryPart<Group>[]
  /** How it is written, where that is not the profile's way. */
  form: Form
}

export interface TeamPart extends Piece<'team', Team> {
  key: string
  /** The title with its adornment. */
  heading: Range
  /** The title alone. */
  title: Range
  labels: LabelPart[]
  node: ElementNode
}

/** What a section says: its body, or its introduction and its teams. */
type SectionValue = { title: string; level: number; body: SectionBody } | { title: string; intro: string; teams: Team[] }

export interface SectionPart extends Piece<'section', SectionValue> {
  /** The key of the goal that the section stands for, or the title of a free one. */
  key: string
  /** What the profile says of it; absent for a free section. */
  profile?: ProfileSection
  title: string
  heading: Range
  /** Everything below the heading. */
  body: Range
  /** 0 beside the title, 1 below it, 2 below another section. */
  level: number
  node: ElementNode
  entries?: EntryPart[]
  teams?: TeamPart[]
}

export interface Reading {
  source: string
  tree: DocumentNode
  profile: Profile
  parts: Part[]
  title?: Range & { text: string }
  sections: SectionPart[]
  /** Adornments by level, as in `Layout`. */
  adornments: string[]
}

export interface DocumentOptions {
  path?: string
  profile?: Profile
  /** The profiles of which the document has one where `profile` does not say which; the first wins where it is like several. */
  profiles?: readonly Profile[]
  tree?: DocumentNode
  known?: { directives?: readonly string[]; roles?: readonly string[] }
}
