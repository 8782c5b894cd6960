import { defineRule } from '../../rule.ts'
import { editsToRename, namePlace, rosterPlace, teamsMatched, teamsOf } from '../../teams.ts'
import { all, goalOfTeams, roster } from './examples.ts'

export const teamCase = defineRule({
  name: 'team/case',
  severity: 'warning',
  what: 'A team name that differs from the official list in capitals, spaces or dashes',
  why: 'Scripts do not find the team, and the link to its section differs between documents.',
  wrong: [{ text: goalOfTeams('ground-control', 'Hubble', 'kepler', 'spitzer'), roster }],
  right: [{ text: goalOfTeams(...all), roster }],
  fixes: 'unsafe',
  needs: 'roster',
  check(context) {
    const teams = teamsOf(context)
    for (const { team, name, match } of teamsMatched(context, 'spelling')) {
      // If the team also has a section under its own name, this one is a duplicate.
      if (teams.some((other) => other.key === match.team.name)) continue
      context.report({
        ...namePlace(team),
        message: `Misspelled team \`${name}\`; use \`${match.team.name}\``,
        related: rosterPlace(context.roster!, match.team, 'The team in the official list'),
        data: { team: match.team.name, actual: name, expected: match.team.name },
        fix: { title: `Write \`${match.team.name}\``, safe: false, edits: editsToRename(context, team, match.team.name) },
      })
    }
  },
})
