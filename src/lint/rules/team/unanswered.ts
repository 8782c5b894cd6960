import { teamStatus } from '../../../goal/index.ts'
import { defineRule } from '../../rule.ts'
import { namePlace, teamsOf } from '../../teams.ts'
import { goalOfTeams, team } from './examples.ts'

export const unanswered = defineRule({
  name: 'team/unanswered',
  severity: 'info',
  what: 'A team that has said nothing in a goal that is completed',
  why: 'Nobody will know later whether the team had nothing to do or has done nothing.',
  wrong: [{ text: goalOfTeams('Ground Control', 'Hubble'), path: 'goals/completed/pike/telescopes.rst' }],
  right: [
    {
      text: goalOfTeams(team('Hubble', 'Planning Artifacts: None\n\nCompletion Artifacts: None\n')),
      path: 'goals/completed/pike/telescopes.rst',
    },
    { text: goalOfTeams('Ground Control', 'Hubble'), title: 'A goal that is still open' },
  ],
  options: {
    always: { type: 'boolean', default: false, description: 'Whether goals that are not below `completed/` are judged as well' },
  },
  check(context) {
    if (!context.options.always && !context.era.isOver) return
    for (const own of teamsOf(context)) {
      if (own.value.note || teamStatus(own.value) !== 'unanswered' || context.roster?.exempt(own.key) !== undefined) continue
      context.report({
        ...namePlace(own),
        message: `Unexpected team \`${own.key}\` without an answer, expected one, if only \`None\``,
        data: { team: own.key },
      })
    }
  },
})
