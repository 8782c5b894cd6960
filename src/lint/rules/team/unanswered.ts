import { teamStatus } from '../../../goal/index.ts'
import { defineRule } from '../../rule.ts'
import { namePlace, teamsOf } from '../../teams.ts'
import { goalOfTeams, team } from './examples.ts'

export const unanswered = defineRule({
  name: 'team/unanswered',
  severity: 'info',
  what: 'A team without an answer in a completed goal',
  why: 'Readers cannot tell whether the team had nothing to do, or did nothing.',
  wrong: [{ text: goalOfTeams('Ground Control', 'Hubble'), path: 'goals/completed/pike/telescopes.rst' }],
  right: [
    {
      text: goalOfTeams(team('Hubble', 'Planning Artifacts: None\n\nCompletion Artifacts: None\n')),
      path: 'goals/completed/pike/telescopes.rst',
    },
    { text: goalOfTeams('Ground Control', 'Hubble'), title: 'A goal that is still open' },
  ],
  options: {
    always: { type: 'boolean', default: false, description: 'Whether to check goals that are not completed, too' },
  },
  check(context) {
    if (!context.options.always && !context.era.isOver) return
    for (const own of teamsOf(context)) {
      if (teamStatus(own.value) !== 'unanswered' || context.roster?.exempt(own.key) !== undefined) continue
      context.report({
        ...namePlace(own),
        message: `Missing answer of the team \`${own.key}\`; write \`None\` if it has nothing to do`,
        data: { team: own.key },
      })
    }
  },
})
