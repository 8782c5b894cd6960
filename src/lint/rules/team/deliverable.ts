import { defineRule } from '../../rule.ts'
import { editsToRename, namePlace, officialNames, rosterPlace, teamsMatched } from '../../teams.ts'
import { all, goalOfTeams, roster } from './examples.ts'

export const deliverable = defineRule({
  name: 'team/deliverable',
  severity: 'error',
  what: 'A section for a deliverable instead of its team',
  why: 'The team answers for its deliverables, in its own section. Two answers soon contradict each other.',
  wrong: [
    { text: goalOfTeams('antenna', ...all), roster },
    { text: goalOfTeams('antenna', 'Hubble', 'kepler', 'spitzer'), roster, title: 'Instead of its team' },
  ],
  right: [{ text: goalOfTeams(...all), roster }],
  fixes: 'unsafe',
  needs: 'roster',
  check(context) {
    const official = officialNames(context)
    for (const { team, name, match } of teamsMatched(context, 'deliverable')) {
      const owner = match.team.name
      context.report({
        ...namePlace(team),
        message: `\`${name}\` is a deliverable, not a team; it belongs to the section of \`${owner}\``,
        data: { team: owner, deliverable: name },
        related: rosterPlace(context.roster!, match.team, 'The deliverable in the official list').map((related) => ({
          ...related,
          line: match.deliverable.line,
          endLine: match.deliverable.line,
          column: 1,
          endColumn: 1,
        })),
        fix: official.has(owner)
          ? undefined
          : { title: `Rename the section to \`${owner}\``, safe: false, edits: editsToRename(context, team, owner) },
      })
    }
  },
})
