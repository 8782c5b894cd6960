/** Which profile a document follows, by likeness. */
import { type DocumentNode, type ElementNode, isElement } from '../rst/index.ts'
import { builtinProfiles } from './builtin.ts'
import { readHeading } from './heading.ts'
import { type Profile, sectionTitled } from './profile.ts'

/** The profile whose sections the document has most of; with equal likeness the first one. Of the built-in ones that is the
 *  older one, which asks for less. */
export function detectProfile(source: string, tree: DocumentNode, profiles: readonly Profile[] = builtinProfiles): Profile {
  const titles = titlesOf(source, tree)
  const likeness = (profile: Profile) => {
    const found = new Set(titles.map((title) => sectionTitled(profile, title)?.key).filter((key) => key !== undefined))
    const missing = profile.sections.filter((section) => section.required && !found.has(section.key)).length
    return found.size - missing / 2
  }
  return profiles.reduce((best, profile) => (likeness(profile) > likeness(best) ? profile : best))
}

/** As `detectProfile`, of a document that read as `before` until a moment ago: a section that it lost does not make it a document
 *  of a profile that asks for less. A section that it has got since, and that only the other profile knows, does. */
export function detectProfileAfter(
  before: { source: string; tree: DocumentNode },
  source: string,
  tree: DocumentNode,
  profiles: readonly Profile[] = builtinProfiles,
): Profile {
  const [then, now] = [detectProfile(before.source, before.tree, profiles), detectProfile(source, tree, profiles)]
  const old = new Set(titlesOf(before.source, before.tree))
  const isOther = titlesOf(source, tree).some(
    (title) => !old.has(title) && sectionTitled(now, title) !== undefined && sectionTitled(then, title) === undefined,
  )
  return isOther ? now : then
}

/** Whether a document follows a profile: it has at least half of the sections that the profile requires. An author may have started
 *  from another goal than from the template, and one section more or less is no other template. */
export function followsProfile(source: string, tree: DocumentNode, profile: Profile): boolean {
  const found = new Set(titlesOf(source, tree).map((title) => sectionTitled(profile, title)?.key))
  const required = profile.sections.filter((section) => section.required)
  return required.filter((section) => found.has(section.key)).length * 2 >= required.length
}

function titlesOf(source: string, node: ElementNode): string[] {
  return node.children
    .filter(isElement)
    .filter((child) => child.type === 'section')
    .flatMap((section) => [readHeading(source, section).text, ...titlesOf(source, section)])
}
