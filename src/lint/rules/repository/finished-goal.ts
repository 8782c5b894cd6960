import { teamStatus } from '../../../goal/index.ts'
import { defineRule } from '../../rule.ts'
import { teamsOf } from '../../teams.ts'
import { goalOfTeams, team } from '../team/examples.ts'
import { pages } from './examples.ts'
import { stateByFolder } from './state-by-folder.ts'

const done = team('Hubble', 'Planning Artifacts:\n\nCompletion Artifacts:\n\n* https://review.example.org/117\n')
const path = 'goals/selected/domes.rst'

export const finishedGoal = defineRule({
  name: 'repository/finished-goal',
  severity: 'info',
  what: 'A selected goal that all teams have finished',
  why: 'Readers believe that there is still something to do. `goaldoc move GOAL completed/RELEASE` closes the goal.',
  wrong: [{ text: goalOfTeams(done), path, site: { pages } }],
  right: [{ text: goalOfTeams('Ground Control', done), path, site: { pages } }],
  needs: 'site',
  check(context) {
    if (stateByFolder(context.path) !== 'selected') return
    const teams = teamsOf(context)
    const { roster } = context
    const present = new Set(teams.map(({ key }) => roster?.find(key)?.name))
    const isMissing = (name: string) => !present.has(name) && roster?.exempt(name) === undefined
    const isOpen = teams.some(({ value }) => !['done', 'n/a', 'not-doing'].includes(teamStatus(value)))
    if (teams.length === 0 || isOpen || roster?.names.some(isMissing)) return
    const title = context.all('title')[0]!.node.position
    context.report({
      offset: title.start.offset,
      endOffset: title.end.offset,
      message: 'All teams of the goal have finished, but it is still in `selected`; `goaldoc move` closes it',
    })
  },
})
