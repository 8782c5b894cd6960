import { listsOnlyStates } from '../../../goal/index.ts'
import { lineIndexAt } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'
import {
  endOfTeam,
  indexesAmong,
  insertionBefore,
  likelyTeam,
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
  whenOver: 'info',
  what: 'An official team without a section',
  why: 'A team that is not in the document is not asked, and the goal looks complete without it.',
  wrong: [{ text: goalOfTeams('Ground Control', 'Hubble', 'spitzer'), roster }],
  right: [{ text: goalOfTeams(...all), roster }],
  fixes: 'unsafe',
  needs: 'roster',
  check(context) {
    const list = context.roster!
    const teams = teamsOf(context)
    if (teams.length === 0 || list.isOfAnotherTime) return
    // Labels are checked first, because they are known before the sections are read; the first team with another text ends the reading.
    if (teams.every(({ labels }) => labels.length === 0) && teams.every(({ value }) => listsOnlyStates([value]))) return
    const names = teams.map((team) => team.key)
    const present = new Set([
      ...context.remember(officialNames),
      ...names.flatMap((name) => likelyTeam(context, name)?.name ?? []),
    ])
    for (const swallowed of swallowedTeams(context)) present.add(swallowed.official.name)
    const order = orderOf(names, list)
    const lacking = list.teams.filter((team) => !present.has(team.name) && list.exempt(team.name) === undefined)
    const sorted = order ? [...lacking].sort((a, b) => order.compare(a.name, b.name)) : lacking
    // Teams that are missing at one place are one finding with one edit, so that the fix inserts them in order.
    const gaps = new Map<number, string[]>()
    const indexOf = indexesAmong(names, order)
    for (const { name } of sorted) {
      const index = indexOf(name)
      const together = gaps.get(index)
      if (together) together.push(name)
      else gaps.set(index, [name])
    }
    for (const [index, together] of gaps) {
      const next = teams[index]
      const quoted = together.map((name) => `\`${name}\``)
      const [subject, verb] = together.length === 1 ? ['Missing team', 'it belongs'] : ['Missing teams', 'they belong']
      context.report({
        ...(next ? namePlace(next) : lastLine(context, endOfTeam(context, teams.at(-1)!))),
        message: `${subject} ${listed(quoted)}; ${verb} ${next ? `before \`${next.key}\`` : 'at the end'}`,
        related: together.flatMap((name) => rosterPlace(list, list.team(name)!, 'The team in the official list')),
        data: { team: together[0], teams: together },
        fix: {
          title: together.length === 1 ? `Insert a section for ${quoted[0]}` : `Insert sections for ${together.length} teams`,
          safe: false,
          edits: [insertionBefore(context, index, sectionsFor(context, together))],
        },
      })
    }
  },
})

function lastLine(context: Parameters<typeof teamsOf>[0], end: number): { offset: number; endOffset: number } {
  const line = context.lines[lineIndexAt(context.lines, Math.max(0, end - 1))]!
  return { offset: line.offset + (line.text.length - line.text.trimStart().length), endOffset: end }
}

/** The teams that a message names. */
const mostListed = 100

function listed(words: readonly string[]): string {
  if (words.length > mostListed) return `${words.slice(0, mostListed).join(', ')} and ${words.length - mostListed} others`
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
