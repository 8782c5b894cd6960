import { listMarkerOf, newlineOf, paragraphsOf } from '../../prose.ts'
import { defineRule } from '../../rule.ts'

/** The labels in the section of a team, with common misspellings and additions. */
const label = /^(?:Planning|Completion) Art[ie]facts?\b[^:]*:$/i

export const labelGlued = defineRule({
  name: 'misread/label-glued',
  severity: 'warning',
  what: 'Text directly below a label such as `Planning Artifacts:`',
  why: 'The label and the text become one paragraph, so the answer is not recognized.',
  wrong: ['Completion Artifacts:\nThe telescope has a new mirror.\n'],
  right: ['Completion Artifacts:\n\nThe telescope has a new mirror.\n', 'Planning Artifacts: None\n'],
  fixes: 'safe',
  check(context) {
    for (const { lines } of paragraphsOf(context)) {
      for (let index = 0; index < lines.length - 1; index++) {
        const [line, next] = [lines[index]!, lines[index + 1]!]
        if (!line.text.endsWith(':') || !label.test(line.text)) continue
        // A list below the label is reported by `misread/glued-list`.
        if (listMarkerOf(next.text)) continue
        const at = next.offset - next.indent
        context.report({
          offset: next.offset,
          endOffset: next.end,
          message: `Missing blank line after the label \`${line.text}\``,
          related: [{ offset: line.offset, endOffset: line.end, message: 'The label' }],
          fix: { title: 'Insert a blank line', safe: true, edits: [{ offset: at, endOffset: at, text: newlineOf(context) }] },
        })
      }
    }
  },
})
