import { canonicalName } from '../../../text/index.ts'
import { moveEdits } from '../../goal.ts'
import { defineRule } from '../../rule.ts'
import { indexesAmong, misplacedIndexes, namePlace, orderOf, startOfNextTeam, teamsOf } from '../../teams.ts'
import { goalOfTeams, roster } from './examples.ts'

export const order = defineRule({
  name: 'team/order',
  severity: 'warning',
  what: 'A team that is not in the order of the other teams',
  why: 'People look for the team at its place in the order, do not find it, and add it again.',
  wrong: [{ text: goalOfTeams('Ground Control', 'spitzer', 'Hubble', 'kepler'), roster }],
  right: [
    { text: goalOfTeams('Ground Control', 'Hubble', 'kepler', 'spitzer'), roster },
    { text: goalOfTeams('Hubble', 'kepler', 'Ground Control', 'spitzer'), roster, title: 'As in the official list' },
  ],
  fixes: 'unsafe',
  needs: 'roster',
  check(context) {
    const seen = new Set<string>()
    // Duplicate sections have their own rule; their order does not matter.
    const teams = teamsOf(context).filter((team) => !seen.has(canonicalName(team.key)) && seen.add(canonicalName(team.key)))
    const names = teams.map((team) => team.key)
    const found = orderOf(names, context.roster!)
    if (!found) return
    const indexOf = indexesAmong(names, found)
    for (const index of misplacedIndexes(names, found)) {
      const team = teams[index]!
      const next = teams[indexOf(team.key, index)]
      const last = teams.at(index === teams.length - 1 ? -2 : -1)!
      const end = startOfNextTeam(context, team)
      const to = next ? next.heading.start : startOfNextTeam(context, last)
      if (to >= team.heading.start && to <= end) continue
      context.report({
        ...namePlace(team),
        message: `Misplaced team \`${team.key}\`; it belongs ${next ? `before \`${next.key}\`` : `after \`${last.key}\``}`,
        ...(next ? { related: [{ ...namePlace(next), message: 'It belongs before this team' }] } : {}),
        data: { team: team.key, order: found.name },
        fix: { title: 'Move the section', safe: false, edits: moveEdits(context, team.heading.start, end, to) },
      })
    }
  },
})
