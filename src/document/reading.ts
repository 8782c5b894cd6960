/** What `readDocument` finds: the pieces of a document, each with its place and what it says.
 *
 * A document is a sequence of parts with white space between them: what precedes the title, the title, the summary, the
 * sections. The section of the teams is a sequence of teams, a team of its heading, note and labels, a label of its
 * entries. Reading makes the goal from the parts; updating aligns the parts of two documents.
 */
import type { Form, Goal, Team } from '../goal/index.ts'
import type { DocumentNode, ElementNode } from '../rst/index.ts'
import type { Profile, ProfileSection } from './profile.ts'

/** A piece of the source: offsets, 0-based, `end` exclusive. White space before and behind belongs to nobody. */
export interface Range {
  start: number
  end: number
}

export const partKinds = [
  'preamble',
  'heading',
  'text',
  'section',
  'team',
  'note',
  'status',
  'label',
  'labels',
  'marker',
  'item',
  'paragraph',
  'comment',
  'group',
  'rst',
] as const

export interface Part extends Range {
  kind: (typeof partKinds)[number]
  /** What makes it the same part in another version: a section's key, a team's name, a label's key. */
  key?: string
  /** What it says. Two parts with equal values mean the same. */
  value: unknown
  /** The parts that it consists of, with nothing but white space between them. */
  parts?: Part[]
}

/** An entry of a list, a paragraph, a group. */
export interface EntryPart extends Part {
  kind: 'item' | 'paragraph' | 'comment' | 'group' | 'rst'
  /** The marker of a list item as it is written, e.g. `*`. */
  marker?: string
  /** The entries of a group. */
  items?: EntryPart[]
}

export interface LabelPart extends Part {
  kind: 'label'
  key: 'planning' | 'completion'
  /** The label itself, with its colon. */
  label: Range
  /** What follows the label; empty where nothing does. */
  body: Range
  entries: EntryPart[]
  /** How it is written, where that is not the profile's way. */
  form: Form
}

export interface TeamPart extends Part {
  kind: 'team'
  key: string
  value: Team
  /** The title with its adornment. */
  heading: Range
  /** The title alone. */
  title: Range
  note?: Range
  status?: Range
  labels: LabelPart[]
  node: ElementNode
}

export interface SectionPart extends Part {
  kind: 'section'
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
  /** Where it came from, as `ParseOptions.path`. */
  parts: Part[]
  title?: Range & { text: string }
  sections: SectionPart[]
  /** Adornments by level, as in `Layout`. */
  adornments: string[]
}

export interface DocumentOptions {
  path?: string
  profile?: Profile
  tree?: DocumentNode
  known?: { directives?: readonly string[]; roles?: readonly string[] }
}

export type { Goal }
