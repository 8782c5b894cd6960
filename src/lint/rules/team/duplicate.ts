import { defineRule } from '../../rule.ts'
import { isUnanswered, namePlace, removal, sameName, teamsOf } from '../../teams.ts'
import { all, goalOfTeams, roster, team } from './examples.ts'

export const duplicate = defineRule({
  name: 'team/duplicate',
  severity: 'error',
  what: 'Two sections for one team',
  why: 'The team fills one of them and everybody reads the other. Mostly two people added the team at the same time.',
  wrong: [
    {
      text: goalOfTeams(...all, team('kepler', 'Planning Artifacts:\n\n* https://example.org/plan\n\nCompletion Artifacts:')),
      roster,
    },
  ],
  right: [{ text: goalOfTeams(...all), roster }],
  fixes: 'unsafe',
  check(context) {
    const teams = teamsOf(context)
    for (const [index, second] of teams.entries()) {
      const name = second.key
      const official = context.roster?.find(name)
      const first = teams
        .slice(0, index)
        .find((other) => sameName(other.key, name) || (official !== undefined && context.roster?.find(other.key) === official))
      if (!first) continue
      const empty = [second, first].find(isUnanswered)
      context.report({
        ...namePlace(second),
        message: `Unexpected second section for \`${name}\`, expected one`,
        related: [{ ...namePlace(first), message: 'The first one' }],
        data: { team: official?.name ?? name },
        fix: empty ? { title: 'Remove the empty section', safe: false, edits: [removal(context, empty)] } : undefined,
      })
    }
  },
})
