/** A profile says which sections a document of its time has, in which order, and how each is written. */
import type { OwnKind } from '../goal/index.ts'
import { plainTitle } from '../text/index.ts'
import type { Template } from './templates.ts'

/** One section of a profile; `profile.yaml` lists them in order. */
export interface ProfileSection {
  /** The key of the goal. */
  key: string
  /** The title in the document. */
  title: string
  /** Other titles under which the section was met. */
  aliases?: readonly string[]
  required?: boolean
  /** The key of the section that it stands below, one level deeper. */
  under?: string
  /** What the section holds, where its key is the profile's own. */
  kind?: OwnKind
}

export interface Profile {
  name: string
  /** One sentence for people. */
  description: string
  /** Adornments of the title, the sections, the teams and deeper: `=`, `overlined =`, `inset =`. */
  adornments: readonly string[]
  sections: readonly ProfileSection[]
  /** First markers of lists, by key of the goal; `default` for the others. */
  lists: Readonly<Record<string, string>>
  /** The labels of a team's artifacts, in order. */
  labels: Readonly<{ planning: string; completion: string }>
  /** By name: `document`, `title`, `section`, `team`, and one for each section that has wording of its own. */
  templates: Readonly<Record<string, Template>>
  /** Whether it has templates besides the built-in ones: these may write text of their own, which the built-in ones do not. */
  hasOwnTemplates?: boolean
  /** By key, also `title` and `summary`: what the template document that it was read from tells the author to write. */
  instructions?: Readonly<Record<string, readonly string[]>>
}

/** Sections by their titles and aliases in plain spelling; made once for each profile. */
const titles = new WeakMap<Profile, Map<string, ProfileSection>>()

/** The section of a profile that a title means, by its own title or an alias; case and spacing do not count. */
export function sectionTitled(profile: Profile, title: string): ProfileSection | undefined {
  let known = titles.get(profile)
  if (!known) {
    known = new Map()
    for (const section of [...profile.sections].reverse()) {
      for (const name of [...(section.aliases ?? []), section.title]) known.set(plainTitle(name), section)
    }
    titles.set(profile, known)
  }
  return known.get(plainTitle(title))
}

/** The level of a section where the profile has it: 1, or one deeper than the section that it stands below, where that is there. */
export function usualLevel(section: ProfileSection, present: readonly string[], profile: Profile): number {
  if (section.under === undefined || !present.includes(section.under)) return 1
  const parent = profile.sections.find((other) => other.key === section.under)
  return parent ? usualLevel(parent, present, profile) + 1 : 1
}

/** The first marker of the lists under a key. */
export function listOf(profile: Profile, key: string): string {
  return profile.lists[key] ?? profile.lists.default ?? '*'
}

/** Sections whose subsections belong to them: the teams and the questions of the checklist. */
export function hasOwnLevels(key: string): boolean {
  return key === 'teams' || key === 'checklist'
}
