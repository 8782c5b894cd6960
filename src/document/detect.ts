/** Detects the profile of a document by similarity. */
import { type DocumentNode, type ElementNode, isElement } from '../rst/index.ts'
import { builtinProfiles } from './builtin.ts'
import { readTitle } from './heading.ts'
import { type Profile, sectionTitled } from './profile.ts'

/** The profile that shares most sections with the document; the first one if several do. Among the built-in ones, that is the older one,
 * which requires less.
 */
export function detectProfile(source: string, tree: DocumentNode, profiles: readonly Profile[] = builtinProfiles): Profile {
  const titles = titlesOf(source, tree)
  const likeness = (profile: Profile) => {
    const found = new Set(titles.map((title) => sectionTitled(profile, title)?.key).filter((key) => key !== undefined))
    const missing = profile.sections.filter((section) => section.required && !found.has(section.key)).length
    return found.size - missing / 2
  }
  let [best, most] = [profiles[0]!, Number.NEGATIVE_INFINITY]
  for (const profile of profiles) {
    const shared = likeness(profile)
    if (shared > most) [best, most] = [profile, shared]
  }
  return best
}

/** Like `detectProfile`, for a document that was read as `before` until now. If it lost a section, that does not make it match a profile
 * that requires less; if it gained a section that only another profile has, it matches that one.
 */
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

/** Whether a document follows a profile: it has at least half of the required sections. The author may have copied another goal instead of
 * the template, so a section more or less does not matter.
 */
export function followsProfile(source: string, tree: DocumentNode, profile: Profile): boolean {
  const found = new Set(titlesOf(source, tree).map((title) => sectionTitled(profile, title)?.key))
  const required = profile.sections.filter((section) => section.required)
  return required.filter((section) => found.has(section.key)).length * 2 >= required.length
}

function titlesOf(source: string, node: ElementNode): string[] {
  return node.children
    .filter(isElement)
    .filter((child) => child.type === 'section')
    .flatMap((section) => [readTitle(source, section), ...titlesOf(source, section)])
}
