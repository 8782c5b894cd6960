/** Renders a goal: its profile's templates, filled. */
import type { Goal } from '../goal/index.ts'
import { builtinProfile } from './builtin.ts'
import { writeHeading } from './heading.ts'
import { sectionsInOrder } from './order.ts'
import { type Profile, type ProfileSection, usualLevel } from './profile.ts'
import type { DocumentOptions } from './reading.ts'
import { withRstProse } from './rst-prose.ts'
import { writeBody, writeProse } from './sections/index.ts'
import { writeTeam } from './team.ts'
import { renderTemplate } from './templates.ts'

/** The whole document. The same goal gives the same bytes, wherever and whenever.
 * @throws {UnwritableGoalError} where the goal says what RST cannot
 * @throws {RangeError} where the goal names a profile that is neither built in nor given
 */
export function renderGoal(stated: Goal, options: Pick<DocumentOptions, 'profile'> = {}): string {
  const profile = options.profile ?? profileOf(stated)
  const adornments = profile.adornments.map((usual, level) => stated.layout?.adornments?.[level] ?? usual)
  const goal = withRstProse(stated, profile, adornments)
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
  const present: string[] = []
  return sectionsInOrder(goal, profile).map((section) => {
    if ('free' in section) {
      const { title, body, level = 1 } = section.free
      const heading = writeHeading(title, adornments[level] ?? '=')
      return renderTemplate(profile, 'section', { heading, title, body: writeProse(body) })
    }
    const { key } = section
    const known = profile.sections.find((one) => one.key === key) as ProfileSection
    const level = goal.layout?.levels?.[key] ?? usualLevel(known, present, profile)
    present.push(key)
    const title = goal.layout?.headings?.[key] ?? known.title
    return renderTemplate(profile, 'section', {
      heading: writeHeading(title, adornments[level] ?? '~'),
      title,
      body: key === 'teams' ? teamsText(goal, profile, adornments[level + 1] ?? '-') : writeBody(known, goal, profile),
    })
  })
}

function teamsText(goal: Goal, profile: Profile, adornment: string): string {
  const teams = (goal.teams ?? []).map((team) => writeTeam(team, profile, writeHeading(team.name, adornment)))
  return [writeProse(goal.teamsIntro), ...teams].filter((text) => text !== '').join('\n\n')
}
