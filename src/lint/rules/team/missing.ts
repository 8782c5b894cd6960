import { lineIndexAt } from '../../lines.ts'
import { defineRule } from '../../rule.ts'
import {
  endOfTeam,
  indexFor,
  insertionBefore,
  meantTeam,
  namePlace,
  officialNames,
  orderOf,
  rosterPlace,
  sectionsFor,
  teamsOf,
} from '../../teams.ts'
import { all, goalOfTeams, roster } from './examples.ts'
import { swallowedTeams } from './level.ts'

export const missing = defineRule({
  name: 'team/missing',
  severity: 'error',
  what: 'An official team without a section',
  why: 'Nobody asks a team that is not in the document, and the goal is called complete without it.',
  wrong: [{ text: goalOfTeams('Ground Control', 'Hubble', 'spitzer'), roster }],
  right: [{ text: goalOfTeams(...all), roster }],
  fixes: 'unsafe',
  needs: 'roster',
  check(context) {
    const list = context.roster!
    const teams = teamsOf(context)
    if (teams.length === 0) return
    const names = teams.map((team) => team.key)
    const official = officialNames(context, list)
    const present = new Set([...official, ...names.flatMap((name) => meantTeam(list, name, official)?.name ?? [])])
    for (const swallowed of swallowedTeams(context)) present.add(swallowed.official.name)
    const order = orderOf(names, list)
    const lacking = list.teams.filter((team) => !present.has(team.name) && list.exempt(team.name) === undefined)
    const sorted = order ? [...lacking].sort((a, b) => order.compare(a.name, b.name)) : lacking
    const places = sorted.map((team) => ({ team, index: indexFor(team.name, names, order) }))
    // Teams that are missing side by side come in one edit, so that they get in the right order.
    const gaps = new Map<number, string[]>()
    for (const { team, index } of places) gaps.set(index, [...(gaps.get(index) ?? []), team.name])
    const insertions = new Map(
      [...gaps].map(([index, together]) => [index, insertionBefore(context, index, sectionsFor(context, together))] as const),
    )
    for (const { team, index } of places) {
      const next = teams[index]
      const together = gaps.get(index)!
      context.report({
        ...(next ? namePlace(next) : lastLine(context, endOfTeam(context, teams.at(-1)!))),
        message: `Unexpected ${next ? `team \`${next.key}\`` : 'end of the teams'}, expected the team \`${team.name}\` before it`,
        related: rosterPlace(list, team, 'The team in the official list'),
        data: { team: team.name },
        fix: {
          title:
            together.length === 1
              ? `Insert a section for \`${team.name}\``
              : `Insert sections for the ${together.length} teams that are missing here`,
          safe: false,
          edits: [insertions.get(index)!],
        },
      })
    }
  },
})

function lastLine(context: Parameters<typeof teamsOf>[0], end: number): { offset: number; endOffset: number } {
  const line = context.lines[lineIndexAt(context.lines, Math.max(0, end - 1))]!
  return { offset: line.offset + (line.text.length - line.text.trimStart().length), endOffset: end }
}
