import { defineRule } from '../../rule.ts'
import { pages } from './examples.ts'
import { stateByFolder } from './state-by-folder.ts'

const goal = (line: string) => `Domes\n=====\n\nAll domes turn.\n\n${line}\n`
const site = { pages }

export const goalState = defineRule({
  name: 'repository/goal-state',
  severity: 'warning',
  what: 'A goal that says that it was completed, in the folder of another state',
  why: 'Either the files were moved without `goaldoc move`, or the line is out of date.',
  wrong: [{ text: goal('Moved to completed/pike on 2027-03-01: All domes turn.'), path: 'goals/selected/domes.rst', site }],
  right: [
    {
      text: goal('Moved to completed/pike on 2027-03-01: All domes turn.\n\nMoved to selected on 2027-04-12: One is stuck.'),
      path: 'goals/selected/domes.rst',
      site,
      title: 'The last line counts',
    },
  ],
  needs: 'site',
  check(context) {
    const stage = stateByFolder(context.path)
    // A move without a reason adds no line, so in `completed` the last line may be about an earlier move.
    if (stage === undefined || stage === 'completed') return
    const moves = context.lines.flatMap(({ text, offset }) => {
      const [said, state] = /^Moved to (\S+) on \d{4}-\d{2}-\d{2}(?=:)/.exec(text) ?? []
      return said !== undefined && !context.isLiteral(offset) ? [{ offset, said, state: state! }] : []
    })
    const last = moves.at(-1)
    if (!last?.state.startsWith('completed/')) return
    context.report({
      offset: last.offset,
      endOffset: last.offset + last.said.length,
      message: `Goal says that it moved to \`${last.state}\`, but it is in \`${stage}\``,
    })
  },
})
