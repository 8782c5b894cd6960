/** Renders a goal with the templates of its profile. */
import { type Goal, type Path, unwritable } from '../goal/index.ts'
import { firstByKey, whyTooLarge } from '../text/index.ts'
import { writeHeading } from './heading.ts'
import { withDistinctLinks } from './links.ts'
import type { WrittenPart } from './new-messages.ts'
import { sectionsInOrder } from './order.ts'
import { type Profile, type ProfileSection, usualLevel } from './profile.ts'
import { withRstProse } from './rst-prose.ts'
import { writeBody, writeProse } from './sections/index.ts'
import { writeTeam } from './team.ts'
import { renderTemplate } from './templates.ts'

/** The whole document, from the templates of its profile. It is not checked against the goal: see `renderGoal`.
 * @throws {UnwritableGoalError} if Markdown contains something that RST cannot express, or the document would be too large to be checked
 */
export function writeGoal(stated: Goal, profile: Profile): string {
  return writeParts(stated, profile).text
}

/** The document of `writeGoal`, the values of its parts, and the goal with its prose as reStructuredText. */
export function writeParts(stated: Goal, profile: Profile): { goal: Goal; text: string; parts: WrittenPart[] } {
  const adornments = profile.adornments.map((usual, level) => stated.layout?.adornments?.[level] ?? usual)
  const prose = withRstProse(stated, adornments)
  const goal = withDistinctLinks(prose)
  const heading = goal.title === '' ? '' : writeHeading(goal.title, adornments[0] ?? '=')
  const summary = writeProse(goal.summary)
  const sections = sectionParts(goal, profile, adornments)
  const body = renderTemplate(profile, 'document', {
    preamble: goal.preamble ?? '',
    heading,
    title: goal.title,
    summary,
    sections: sections.map((section) => section.text),
  })
  const text = `${body}\n${'\n'.repeat(goal.layout?.blankLinesAtEnd ?? 0)}`
  const excess = whyTooLarge(text)
  if (excess) throw unwritable(stated, [{ path: longestKey(sections), message: `The document would be too large: ${excess}` }])
  return {
    goal: prose,
    text,
    parts: [{ path: ['title'], text: heading }, { path: ['summary'], text: summary }, ...sections],
  }
}

/** The key of the longest section: the reason why a document is too large. */
function longestKey(sections: readonly WrittenPart[]): Path {
  const longest = sections.reduce<WrittenPart | undefined>(
    (most, one) => (one.text.length > (most?.text.length ?? 0) ? one : most),
    undefined,
  )
  return longest?.path ?? ['summary']
}

function sectionParts(goal: Goal, profile: Profile, adornments: readonly string[]): WrittenPart[] {
  const present: string[] = []
  const places = firstByKey((goal.sections ?? []).entries(), ([, section]) => section)
  return sectionsInOrder(goal, profile).map((section) => {
    if ('free' in section) {
      const { title, body, level = 1 } = section.free
      const heading = writeHeading(title, adornments[level] ?? '=')
      const path: Path = ['sections', places.get(section.free)?.[0] ?? 0]
      return { path, text: renderTemplate(profile, 'section', { heading, title, body: writeProse(body) }) }
    }
    const { key } = section
    const known = profile.sections.find((one) => one.key === key) as ProfileSection
    const level = goal.layout?.levels?.[key] ?? usualLevel(known, present, profile)
    present.push(key)
    const title = goal.layout?.headings?.[key] ?? known.title
    const text = renderTemplate(profile, 'section', {
      heading: writeHeading(title, adornments[level] ?? '~'),
      title,
      body: key === 'teams' ? teamsText(goal, profile, adornments[level + 1] ?? '-') : writeBody(known, goal, profile),
    })
    return { path: [key], text }
  })
}

function teamsText(goal: Goal, profile: Profile, adornment: string): string {
  const teams = (goal.teams ?? []).map((team) => writeTeam(team, profile, writeHeading(team.name, adornment)))
  return [writeProse(goal.teamsIntro), ...teams].filter((text) => text !== '').join('\n\n')
}
