import { readsAsNone } from '../../../goal/index.ts'
import { defineRule } from '../../rule.ts'
import { teamsOf } from '../../teams.ts'
import { goalOfTeams, team } from './examples.ts'

export const noneSpelling = defineRule({
  name: 'team/none-spelling',
  severity: 'off',
  what: 'Another word for None than the configured one',
  why: 'Documents spell it in ten ways. All of them are understood, but one spelling is easier to search for.',
  wrong: [goalOfTeams(team('Hubble', 'Planning Artifacts: N/A\n\nCompletion Artifacts: None\n'))],
  right: [goalOfTeams(team('Hubble', 'Planning Artifacts: None\n\nCompletion Artifacts: None, the mirror is new\n'))],
  options: { word: { type: 'string', default: 'None', description: 'The word' } },
  fixes: 'unsafe',
  check(context) {
    for (const own of teamsOf(context)) {
      for (const entry of own.labels.flatMap((part) => part.entries)) {
        const piece = context.source.slice(entry.start, entry.end)
        const marker = /^\s*(?:(?:[*+-]|#\.)\s+)?/.exec(piece)![0]
        const text = piece.slice(marker.length).trimEnd()
        if (text === '' || text === context.options.word || text.length > 24 || !readsAsNone(text)) continue
        const offset = entry.start + marker.length
        context.report({
          offset,
          endOffset: offset + text.length,
          message: `Spelling \`${text}\`; use \`${context.options.word}\``,
          data: { team: own.key, actual: text, expected: context.options.word },
          fix: {
            title: `Write \`${context.options.word}\``,
            safe: false,
            edits: [{ offset, endOffset: offset + text.length, text: context.options.word }],
          },
        })
      }
    }
  },
})
