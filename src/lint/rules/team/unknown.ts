import { defineRule } from '../../rule.ts'
import { editsToRename, editToRemove, isUnanswered, likelyTeam, namePlace, teamsMatched } from '../../teams.ts'
import { all, goalOfTeams, roster } from './examples.ts'

export const unknown = defineRule({
  name: 'team/unknown',
  severity: 'error',
  what: 'A section for something that is not an official team',
  why: 'Nobody will answer, so the count of finished teams is wrong.',
  wrong: [
    { text: goalOfTeams(...all, 'Vulcan'), roster },
    { text: goalOfTeams('Ground Control', 'Hubble', 'kepler', 'spizer'), roster, title: 'A misspelling' },
  ],
  right: [{ text: goalOfTeams(...all), roster }],
  fixes: 'unsafe',
  needs: 'roster',
  check(context) {
    const list = context.roster!
    for (const { team, name } of teamsMatched(context, 'unknown')) {
      const near = likelyTeam(context, name)?.name
      // A list of another time does not say which teams existed then, unless it includes former teams.
      if (!near && list.isOfAnotherTime && !list.knowsFormer) continue
      context.report({
        ...namePlace(team),
        message: `Unknown team \`${name}\`${near ? `; did you mean \`${near}\`?` : ''}`,
        data: { team: name, actual: name, ...(near ? { expected: near } : {}) },
        fix: near
          ? { title: `Rename it to \`${near}\``, safe: false, edits: editsToRename(context, team, near) }
          : isUnanswered(context, team)
            ? { title: 'Remove the empty section', safe: false, edits: [editToRemove(context, team)] }
            : undefined,
      })
    }
  },
})
