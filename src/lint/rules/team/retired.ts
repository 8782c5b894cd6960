import { defineRule } from '../../rule.ts'
import { isUnanswered, namePlace, removal, teamsOf } from '../../teams.ts'
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
    const list = context.roster!
    for (const team of teamsOf(context)) {
      const name = team.key
      const match = list.match(name)
      if (match.kind !== 'retired' || list.exempt(name) !== undefined) continue
      context.report({
        ...namePlace(team),
        message: `Team \`${name}\` was retired${match.retiredOn ? ` on ${match.retiredOn}` : ''}`,
        data: { team: name },
        fix: isUnanswered(team) ? { title: 'Remove the empty section', safe: false, edits: [removal(context, team)] } : undefined,
      })
    }
  },
})
