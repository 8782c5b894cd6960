import { newlineOf } from '../../prose.ts'
import { defineRule } from '../../rule.ts'

export const finalNewline = defineRule({
  name: 'style/final-newline',
  severity: 'warning',
  what: 'A file that does not end with a newline',
  why: 'Without it, adding a line at the end shows as two changed lines.',
  wrong: ['Telescopes look up.'],
  right: ['Telescopes look up.\n'],
  fixes: 'safe',
  check(context) {
    const { source } = context
    const end = source.trimEnd().length
    if (end === 0 || /[\r\n]/.test(source.slice(end))) return
    context.report({
      offset: end - 1,
      endOffset: end,
      message: 'Missing newline at the end of the file',
      fix: {
        title: 'Add a newline',
        safe: true,
        edits: [{ offset: source.length, endOffset: source.length, text: newlineOf(context) }],
      },
    })
  },
})
