/** A profile says which sections a document of its time has, in which order, and how each is written. */

/** One section of a profile; `profile.yaml` lists them in order. */
export interface ProfileSection {
  /** The key of the goal. */
  key: string
  /** The title in the document. */
  title: string
  /** Other titles under which the section was met. */
  aliases?: readonly string[]
  required?: boolean
  /** Whether it stands below the section before it, one level deeper. */
  under?: string
}

export interface Profile {
  name: string
  /** One sentence for people. */
  description: string
  /** Adornments of the title, the sections, the teams and deeper: `=`, `overlined =`, `inset =`. */
  adornments: readonly string[]
  sections: readonly ProfileSection[]
  /** How lists are marked: by default, and for keys that differ. */
  lists: Readonly<Record<string, string>>
  /** The labels of a team's artifacts, in order. */
  labels?: Readonly<{ planning: string; completion: string }>
  /** Handlebars templates by name: `document`, and one for each section that has its own wording. */
  templates: Readonly<Record<string, string>>
}
