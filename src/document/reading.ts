/** The result of `readDocument`: the pieces of a document, each with its place and its value.
 *
 * A document is a sequence of parts with white space between them: the text before the title, the title, the summary, the sections.
 * The section of the teams consists of teams; a team, of its heading, note and labels; a label, of its entries. Reading makes the goal
 * from the parts; updating aligns the parts of two documents.
 */
import type { Criteria, Entry, Form, Group, Milestone, ProjectList, Status, Team } from '../goal/index.ts'
import type { DocumentNode, DocutilsMessage, ElementNode } from '../rst/index.ts'
import type { Profile, ProfileSection } from './profile.ts'
import type { Check, SectionBody } from './sections/section.ts'

/** A piece of the source: offsets, 0-based, `end` exclusive. White space before and after it belongs to no piece. */
export interface Range {
  start: number
  end: number
}

/** A piece with a value; two pieces of one kind with equal values mean the same. */
interface Piece<Kind extends string, Value> extends Range {
  kind: Kind
  /** What identifies the part in another version: a section's key, a team's name, a label's key. */
  key?: string
  value: Value
  /** Its parts, separated only by white space. */
  parts?: Part[]
}

/** Text without structure: the text before the title, titles, prose, the label of a team's artifacts, fixed text of a template.
 */
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

/** Groups of entries, in the forms that sections use. */
export type GroupShape = Group | Criteria | Milestone | ProjectList

/** An item of a list as it is written. */
export interface ItemPart extends Piece<'item', Entry> {
  /** e.g. `*`. */
  marker: string
}

/** An entry of a list, a paragraph, or a group in the form that its section uses. */
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
  /** How it is written, if not as the profile writes it. */
  form: Form
}

export interface TeamPart extends Piece<'team', Team> {
  key: string
  /** The title with its adornment. */
  heading: Range
  /** The title alone. */
  title: Range
  labels: LabelPart[]
  /** The same labels without the text below them, which takes longer to read. */
  labelRanges: readonly (Range & { key: LabelPart['key'] })[]
  node: ElementNode
}

/** The value of a section: its body, or its introduction and its teams. */
type SectionValue = { title: string; level: number; body: SectionBody } | { title: string; intro: string; teams: Team[] }

export interface SectionPart extends Piece<'section', SectionValue> {
  /** The key of the goal for the section, or the title of a free one. */
  key: string
  /** The section in the profile; absent for a free section. */
  profile?: ProfileSection
  title: string
  heading: Range
  /** Everything below the heading. */
  body: Range
  /** 0 at the level of the title, 1 below it, 2 below another section. */
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
  /** What docutils says about the document; absent if the tree was given. */
  messages?: (() => DocutilsMessage[]) | undefined
}

export interface DocumentOptions {
  path?: string
  profile?: Profile
  /** The profiles to choose from if `profile` is absent; the first one wins if several match equally. */
  profiles?: readonly Profile[]
  tree?: DocumentNode
  known?: { directives?: readonly string[]; roles?: readonly string[] }
}
