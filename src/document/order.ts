/** The order of the sections of a document, in both directions: from a goal to its document, and back. */
import type { Goal, Layout, Section } from '../goal/index.ts'
import type { Profile } from './profile.ts'

/** A section of a document: its key, or a free section. */
export type PlacedSection = { key: string } | { free: Section }

/** The value of `after` for a free section before all others. */
const front = 'summary'

/** The sections of a goal in the order of its document.
 *
 * Sections with a key are in the order of the layout, or else of the profile. A free section follows the section that it names.
 * If it names none, it precedes the teams, which are long, or is at the end if there are no teams.
 */
export function sectionsInOrder(goal: Goal, profile: Profile): PlacedSection[] {
  const keys = keysInOrder(goal, profile)
  const usual = usualAnchor(keys)
  const free = goal.sections ?? []
  const anchors = free.map(({ after }) => (after === undefined ? undefined : anchorOf(after, keys, listedOrder(goal, profile))))
  const following = (anchor: string): PlacedSection[] =>
    [
      ...free.filter((_, index) => anchors[index] === anchor),
      ...(anchor === usual ? free.filter((_, index) => anchors[index] === undefined) : []),
    ].map((section) => ({ free: section }))
  return [...following(front), ...keys.flatMap((key): PlacedSection[] => [{ key }, ...following(key)])]
}

/** The values that a goal must state for this order of sections: the order of its keys, if it is not that of the profile, and
 * which section each free section follows.
 */
export function statedOrder(
  sections: readonly PlacedSection[],
  profile: Profile,
): { order?: Layout['sections']; free: Section[] } {
  const keys = sections.flatMap((section) => ('key' in section ? [section.key] : []))
  const usual = usualAnchor(keys)
  let anchor = front
  const free = sections.flatMap((section): Section[] => {
    if ('free' in section) return [anchor === usual ? section.free : { ...section.free, after: anchor }]
    anchor = section.key
    return []
  })
  const listed = keysOf(profile).filter((key) => keys.includes(key))
  return { ...(listed.every((key, index) => key === keys[index]) ? {} : { order: keys }), free }
}

function keysInOrder(goal: Goal, profile: Profile): string[] {
  const present = new Set(keysOf(profile).filter((key) => goal[key as keyof Goal] !== undefined))
  const order = [...new Set(goal.layout?.sections ?? [])].filter((key) => present.delete(key))
  for (const key of present) {
    const neighbour = nearestBefore(key, order, keysOf(profile))
    order.splice(neighbour === undefined ? 0 : order.indexOf(neighbour) + 1, 0, key)
  }
  return order
}

/** The section that is followed by the free sections without `after`. */
function usualAnchor(keys: readonly string[]): string {
  const teams = keys.indexOf('teams')
  return keys[(teams === -1 ? keys.length : teams) - 1] ?? front
}

/** The section that `after` means; if it no longer exists, the section before it. */
function anchorOf(after: string, keys: readonly string[], listed: readonly string[]): string | undefined {
  if (after === front || keys.includes(after)) return after
  return listed.includes(after) ? (nearestBefore(after, keys, listed) ?? front) : undefined
}

function listedOrder({ layout }: Goal, profile: Profile): readonly string[] {
  return layout?.sections ?? keysOf(profile)
}

function keysOf(profile: Profile): string[] {
  return profile.sections.map(({ key }) => key)
}

function nearestBefore(key: string, keys: readonly string[], listed: readonly string[]): string | undefined {
  return listed
    .slice(0, listed.indexOf(key))
    .reverse()
    .find((other) => keys.includes(other))
}
