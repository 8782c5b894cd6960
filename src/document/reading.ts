/** What `readDocument` finds: the goal, and the piece of the source that every value of it stands in.
 *
 * A document is a sequence of pieces with white space between them: what precedes the title, the title, the summary, the
 * sections; the section of the teams is a sequence of teams, a team of its note and its labels, a label of its entries.
 */
import type { Entry, Goal, Team } from '../goal/index.ts'
import type { DocumentNode, ElementNode } from '../rst/index.ts'
import type { Profile, ProfileSection } from './profile.ts'

/** A piece of the source: offsets, 0-based, `end` exclusive. White space before and behind belongs to nobody. */
export interface Range {
  start: number
  end: number
}

/** An entry of a list, a paragraph, a group. */
export interface EntryPart extends Range {
  value: Entry | object
  /** The entries of a group. */
  items?: EntryPart[]
}

export interface LabelPart extends Range {
  key: 'planning' | 'completion'
  /** The label itself, with its colon. */
  label: Range
  /** What follows the label; empty where nothing does. */
  body: Range
  entries: EntryPart[]
}

export interface TeamPart extends Range {
  /** The title text, without adornment. */
  heading: Range
  value: Team
  note?: Range
  status?: Range
  labels: LabelPart[]
  node: ElementNode
}

export interface SectionPart extends Range {
  /** The key of the goal that the section stands for; absent for a free one. */
  key?: string
  profile?: ProfileSection
  title: string
  heading: Range
  /** Everything below the heading. */
  body: Range
  /** 0 beside the title, 1 below it. */
  level: number
  node: ElementNode
  entries?: EntryPart[]
  teams?: TeamPart[]
}

export interface Reading {
  source: string
  tree: DocumentNode
  profile: Profile
  goal: Goal
  preamble?: Range
  title?: Range
  summary?: Range
  sections: SectionPart[]
  /** What no key holds and is kept word for word. */
  verbatim: { path: (string | number)[]; range: Range }[]
}
