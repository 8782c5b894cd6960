import { canonicalName } from '../../../text/index.ts'
import { moveEdits } from '../../goal.ts'
import { defineRule } from '../../rule.ts'
import { indexFor, namePlace, nextAfter, orderOf, straysIn, teamsOf } from '../../teams.ts'
import { goalOfTeams, roster } from './examples.ts'

export const order = defineRule({
  name: 'team/order',
  severity: 'warning',
  what: 'A team that stands out of the order of the others',
  why: 'In a document of sixty teams people look where the name should be, find nothing, and add the team again.',
  wrong: [{ text: goalOfTeams('Ground Control', 'spitzer', 'Hubble', 'kepler'), roster }],
  right: [
    { text: goalOfTeams('Ground Control', 'Hubble', 'kepler', 'spitzer'), roster },
    { text: goalOfTeams('Hubble', 'kepler', 'Ground Control', 'spitzer'), roster, title: 'As in the official list' },
  ],
  fixes: 'unsafe',
  needs: 'roster',
  check(context) {
    const seen = new Set<string>()
    // A second section for a team is another rule's; where it stands does not matter.
    const teams = teamsOf(context).filter((team) => !seen.has(canonicalName(team.key)) && seen.add(canonicalName(team.key)))
    const names = teams.map((team) => team.key)
    const found = orderOf(names, context.roster!)
    if (!found) return
    for (const index of straysIn(names, found)) {
      const team = teams[index]!
      const others = teams.filter((other) => other !== team)
      const at = indexFor(
        team.key,
        others.map((other) => other.key),
        found,
      )
      const next = others[at]
      const end = nextAfter(context, team)
      const to = next ? next.heading.start : nextAfter(context, others.at(-1)!)
      if (to >= team.heading.start && to <= end) continue
      context.report({
        ...namePlace(team),
        message: `Unexpected team \`${team.key}\` here, expected it ${next ? `before \`${next.key}\`` : `behind \`${others.at(-1)?.key}\``}`,
        ...(next ? { related: [{ ...namePlace(next), message: 'It belongs in front of this team' }] } : {}),
        data: { team: team.key, order: found.name },
        fix: { title: 'Move the section', safe: false, edits: moveEdits(context, team.heading.start, end, to) },
      })
    }
  },
})
