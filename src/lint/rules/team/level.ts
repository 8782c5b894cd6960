import type { RosterTeam } from '../../../roster/index.ts'
import type { ElementNode } from '../../../rst/index.ts'
import { descendants } from '../../goal.ts'
import { changeOfLevel, type Title, titlesOf } from '../../outline.ts'
import { type Document, defineRule } from '../../rule.ts'
import { teamsOf, teamsSection } from '../../teams.ts'
import { all, emptyTeam, goalOfTeams, roster, team } from './examples.ts'

export const level = defineRule({
  name: 'team/level',
  severity: 'error',
  what: 'A team section at the wrong level',
  why: 'One wrong underline character makes the team a subsection of the team before it, and its answer counts for that team.',
  wrong: [
    {
      text: goalOfTeams(
        'Ground Control',
        team('Hubble', `Planning Artifacts:\n\nCompletion Artifacts:\n\n${emptyTeam('kepler').replace('------', '~~~~~~')}`),
        'spitzer',
      ),
      roster,
    },
  ],
  right: [{ text: goalOfTeams(...all), roster }],
  fixes: 'safe',
  needs: 'roster',
  check(context) {
    const titles = titlesOf(context)
    const starts = new Set(teamsOf(context).map((team) => team.title.start))
    const style = titles.find((title) => starts.has(title.offset))?.style
    for (const { title, official, node, within } of swallowedTeams(context)) {
      const isLeaf = ![...descendants(node)].some((child) => child.type === 'section')
      context.report({
        offset: title.offset,
        endOffset: title.end,
        message: `Team \`${title.text}\` is ${within ? 'inside another section' : 'outside of the section of the teams'}; it belongs at the level of the other teams`,
        data: { team: official.name },
        fix: style && isLeaf && within ? changeOfLevel(title, style) : undefined,
      })
    }
  },
})

interface Swallowed {
  title: Title
  official: RosterTeam
  node: ElementNode
  /** Whether it is inside the section of the teams. */
  within: boolean
}

/** Sections that have the name of an official team, but at a level where they are read as part of another section. */
export function swallowedTeams(document: Document): Swallowed[] {
  const section = teamsSection(document)
  if (!section || !document.roster) return []
  const { roster } = document
  const present = new Set(teamsOf(document).map((other) => roster.find(other.key)?.name))
  const own = new Set(teamsOf(document).map((other) => other.title.start))
  const titles = new Map(titlesOf(document).map((title) => [title.line.number, title]))
  return document.all('section').flatMap(({ node }) => {
    const child = node.children.find((candidate) => candidate.type === 'title')
    const title = child && titles.get(child.position.start.line)
    if (!title || own.has(title.offset) || node === section.node) return []
    const match = roster.match(title.text)
    if ((match.kind !== 'official' && match.kind !== 'spelling') || present.has(match.team.name)) return []
    // Before the section of the teams, any section may have the name of a team.
    if (title.offset < section.heading.start) return []
    return [
      {
        title,
        official: match.team,
        node,
        within: section.node.position.start.offset <= title.offset && title.offset < section.node.position.end.offset,
      },
    ]
  })
}
