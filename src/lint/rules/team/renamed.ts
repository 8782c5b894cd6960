import { defineRule } from '../../rule.ts'
import { editsToRename, namePlace, rosterPlace, teamsMatched } from '../../teams.ts'
import { goalOfTeams, roster } from './examples.ts'

export const renamed = defineRule({
  name: 'team/renamed',
  severity: 'warning',
  what: 'A team under a former name',
  why: 'Readers do not find the team under its current name. Set former names in the configuration, under `roster.renamed`.',
  wrong: [
    {
      text: goalOfTeams('Ground Control', 'Hubble', 'planet-finder', 'spitzer'),
      roster,
      rosterOptions: { renamed: { 'planet-finder': 'kepler' } },
    },
  ],
  right: [
    {
      text: goalOfTeams('Ground Control', 'Hubble', 'kepler', 'spitzer'),
      roster,
      rosterOptions: { renamed: { 'planet-finder': 'kepler' } },
    },
  ],
  fixes: 'unsafe',
  needs: 'roster',
  check(context) {
    for (const { team, name, match } of teamsMatched(context, 'renamed')) {
      context.report({
        ...namePlace(team),
        message: `Team \`${name}\` was renamed; use \`${match.team.name}\``,
        related: rosterPlace(context.roster!, match.team, 'The team in the official list'),
        data: { team: match.team.name, actual: name, expected: match.team.name },
        fix: { title: `Rename it to \`${match.team.name}\``, safe: false, edits: editsToRename(context, team, match.team.name) },
      })
    }
  },
})
