import type { TeamPart } from '../../../document/index.ts'
import type { RosterTeam } from '../../../roster/index.ts'
import { canonicalName } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'
import { editToRemove, isUnanswered, namePlace, teamsOf } from '../../teams.ts'
import { all, goalOfTeams, roster, team } from './examples.ts'

export const duplicate = defineRule({
  name: 'team/duplicate',
  severity: 'error',
  what: 'Two sections for one team',
  why: 'The answer of the team may be in either of them. Usually two people added the team at the same time.',
  wrong: [
    {
      text: goalOfTeams(...all, team('kepler', 'Planning Artifacts:\n\n* https://example.org/plan\n\nCompletion Artifacts:')),
      roster,
    },
  ],
  right: [{ text: goalOfTeams(...all), roster }],
  fixes: 'unsafe',
  check(context) {
    const seen = new Map<string | RosterTeam, TeamPart>()
    for (const second of teamsOf(context)) {
      const name = second.key
      const official = context.roster?.find(name)
      // Two names can mean the same official team.
      const keys = official ? [canonicalName(name), official] : [canonicalName(name)]
      const before = keys.flatMap((key) => seen.get(key) ?? [])
      for (const key of keys) if (!seen.has(key)) seen.set(key, second)
      if (before.length === 0) continue
      const first = before.reduce((earliest, other) => (other.start < earliest.start ? other : earliest))
      const empty = [second, first].find((part) => isUnanswered(context, part))
      context.report({
        ...namePlace(second),
        message: `Duplicate section of the team \`${name}\``,
        related: [{ ...namePlace(first), message: 'The first section' }],
        data: { team: official?.name ?? name },
        fix: empty ? { title: 'Remove the empty section', safe: false, edits: [editToRemove(context, empty)] } : undefined,
      })
    }
  },
})
