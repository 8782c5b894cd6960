/** Renders a goal: its profile's templates, filled. */
import type { Goal, Section } from '../goal/index.ts'
import { builtinProfile } from './builtin.ts'
import { writeHeading } from './heading.ts'
import { withoutMarkdown } from './markdown.ts'
import { type Profile, usualLevel } from './profile.ts'
import type { DocumentOptions } from './reading.ts'
import { isSectionKey, writeBody, writeProse } from './sections/index.ts'
import { writeTeam } from './team.ts'
import { renderTemplate } from './templates.ts'

/** The whole document. The same goal gives the same bytes, wherever and whenever.
 * @throws {RangeError} where the goal names a profile that is neither built in nor given
 */
export function renderGoal(stated: Goal, options: Pick<DocumentOptions, 'profile'> = {}): string {
  const { goal } = withoutMarkdown(stated)
  const profile = options.profile ?? profileOf(goal)
  const adornments = profile.adornments.map((usual, level) => goal.layout?.adornments?.[level] ?? usual)
  return `${renderTemplate(profile, 'document', {
    preamble: goal.preamble ?? '',
    heading: goal.title === '' ? '' : writeHeading(goal.title, adornments[0] ?? '='),
    title: goal.title,
    summary: writeProse(goal.summary),
    sections: sectionTexts(goal, profile, adornments),
  })}\n${'\n'.repeat(goal.layout?.blankLinesAtEnd ?? 0)}`
}

/** The profile that a goal names. */
export function profileOf(goal: Pick<Goal, 'profile'>): Profile {
  return builtinProfile(goal.profile ?? 'team-artifacts')
}

function sectionTexts(goal: Goal, profile: Profile, adornments: readonly string[]): string[] {
  const free = [...(goal.sections ?? [])]
  const order = sectionOrder(goal, profile)
  return order.map((key) => {
    const known = profile.sections.find((section) => section.key === key)
    const value = goal[key as keyof Goal]
    if (known && value !== undefined) {
      const level = goal.layout?.levels?.[key] ?? usualLevel(known, order.slice(0, order.indexOf(key)))
      const heading = writeHeading(goal.layout?.headings?.[key] ?? known.title, adornments[level] ?? '~')
      return renderTemplate(profile, 'section', {
        heading,
        body: known.key === 'teams' ? teamsText(goal, profile, adornments) : bodyText(key, goal, profile),
      })
    }
    const at = free.findIndex((section) => section.title === key)
    const [section] = free.splice(Math.max(at, 0), 1) as [Section]
    const heading = writeHeading(section.title, adornments[section.level ?? 1] ?? '=')
    return renderTemplate(profile, 'section', { heading, body: writeProse(section.body) })
  })
}

/** A section of a profile's own that the schema has no key for is prose. */
function bodyText(key: string, goal: Goal, profile: Profile): string {
  return isSectionKey(key) ? writeBody(key, goal, profile) : writeProse((goal as Record<string, unknown>)[key] as string)
}

function teamsText(goal: Goal, profile: Profile, adornments: readonly string[]): string {
  const teams = (goal.teams ?? []).map((team) => writeTeam(team, profile, writeHeading(team.name, adornments[2] ?? '-')))
  return [writeProse(goal.teamsIntro), ...teams].filter((text) => text !== '').join('\n\n')
}

/** Keys and free titles in the order of the document: as the layout lists them, what it lacks where the profile has it. */
export function sectionOrder(goal: Goal, profile: Profile): string[] {
  const present = profile.sections
    .map((section) => section.key)
    .filter((key) => key in goal && goal[key as keyof Goal] !== undefined)
  const free = (goal.sections ?? []).map((section) => section.title)
  const open = [...free]
  const unused = new Set(present)
  const order = (goal.layout?.sections ?? []).filter((entry) => {
    if (unused.delete(entry)) return true
    const at = open.indexOf(entry)
    if (at !== -1) open.splice(at, 1)
    return at !== -1
  })
  for (const key of unused) insertByProfile(order, key, profile)
  // Free sections that nobody placed stand in front of the teams, which are long.
  const teams = order.indexOf('teams')
  order.splice(teams === -1 ? order.length : teams, 0, ...open)
  return order
}

/** Puts a key behind the nearest one that precedes it in the profile. */
function insertByProfile(order: string[], key: string, profile: Profile): void {
  const keys = profile.sections.map((section) => section.key)
  const before = keys.slice(0, keys.indexOf(key)).reverse()
  const neighbour = before.find((other) => order.includes(other))
  order.splice(neighbour === undefined ? 0 : order.indexOf(neighbour) + 1, 0, key)
}
