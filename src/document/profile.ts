/** A profile: the sections of the documents of an era, their order, and how each is written. */
import type { ProfileKeyKind } from '../goal/index.ts'
import { plainTitle } from '../text/index.ts'
import type { Template } from './templates.ts'

/** One section of a profile; `profile.yaml` lists them in order. */
export interface ProfileSection {
  /** The key of the goal. */
  key: string
  /** The title in the document. */
  title: string
  /** Other titles of the section in existing documents. */
  aliases?: readonly string[]
  required?: boolean
  /** The key of the section that contains it, one level higher. */
  under?: string
  /** The kind of content, for a key that the profile adds. */
  kind?: ProfileKeyKind
}

export interface Profile {
  name: string
  /** One sentence for people. */
  description: string
  /** Adornments of the title, the sections, the teams and deeper: `=`, `overlined =`, `inset =`. */
  adornments: readonly string[]
  sections: readonly ProfileSection[]
  /** First markers of lists, by key of the goal; `default` for all others. */
  lists: Readonly<Record<string, string>>
  /** The labels of a team's artifacts, in order. */
  labels: Readonly<{ planning: string; completion: string }>
  /** By name: `document`, `title`, `section`, `team`, and one for each section with its own wording. */
  templates: Readonly<Record<string, Template>>
  /** Whether it has templates that are not built in: only these may contain fixed text. */
  hasOwnTemplates?: boolean
  /** The instructions to authors in the template document, by key, also `title` and `summary`. */
  instructions?: Readonly<Record<string, readonly string[]>>
}

/** Sections by their normalised titles and aliases; computed once for each profile. */
const titles = new WeakMap<Profile, Map<string, ProfileSection>>()

/** The section of a profile with this title or alias; case and spacing are ignored. */
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

/** The level of a section in the profile: 1, or one below its parent section if that is present. */
export function usualLevel(section: ProfileSection, present: readonly string[], profile: Profile): number {
  if (section.under === undefined || !present.includes(section.under)) return 1
  const parent = profile.sections.find((other) => other.key === section.under)
  return parent ? usualLevel(parent, present, profile) + 1 : 1
}

/** The first marker of the lists under a key. */
export function listOf(profile: Profile, key: string): string {
  return profile.lists[key] ?? profile.lists.default ?? '*'
}

/** Sections whose subsections are part of their value: the teams and the questions of the checklist. */
export function hasOwnLevels(key: string): boolean {
  return key === 'teams' || key === 'checklist'
}
