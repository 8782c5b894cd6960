import { defineRule } from '../../rule.ts'
import { editToRemove, isUnanswered, namePlace, teamsMatched } from '../../teams.ts'
import { all, goalOfTeams, roster } from './examples.ts'

export const retired = defineRule({
  name: 'team/retired',
  severity: 'warning',
  whenOver: 'info',
  what: 'A section for a retired team',
  why: 'A retired team does not answer. Set retired teams in the configuration, under `roster.retired`.',
  wrong: [{ text: goalOfTeams(...all, 'Voyager'), roster, rosterOptions: { retired: ['Voyager'] } }],
  right: [{ text: goalOfTeams(...all), roster, rosterOptions: { retired: ['Voyager'] } }],
  fixes: 'unsafe',
  needs: 'roster',
  check(context) {
    for (const { team, name, match } of teamsMatched(context, 'retired')) {
      context.report({
        ...namePlace(team),
        message: `Team \`${name}\` was retired${match.retiredOn ? ` on ${match.retiredOn}` : ''}`,
        data: { team: name },
        fix: isUnanswered(context, team)
          ? { title: 'Remove the empty section', safe: false, edits: [editToRemove(context, team)] }
          : undefined,
      })
    }
  },
})
