import { newlineOf } from '../../prose.ts'
import { defineRule } from '../../rule.ts'

export const finalNewline = defineRule({
  name: 'style/final-newline',
  severity: 'warning',
  what: 'A file that does not end with exactly one newline',
  why: 'Without it the next line that somebody adds shows two changed lines; blank lines at the end say nothing.',
  wrong: [{ text: 'Telescopes look up.', title: 'No newline' }, { text: 'Telescopes look up.\n\n\n', title: 'Blank lines at the end' }],
  right: [{ text: 'Telescopes look up.\n' }],
  fixes: 'safe',
  check(context) {
    const { source } = context
    const end = source.replace(/[\s]+$/, '').length
    if (end === 0) return
    const tail = source.slice(end)
    const newlines = tail.match(/\r\n|\r|\n/g)?.length ?? 0
    if (newlines === 1 && /[\r\n]$/.test(tail)) return
    const newline = newlineOf(context)
    const first = /^[^\r\n]*(?:\r\n|\r|\n)?/.exec(tail)![0].length
    if (newlines === 0) {
      context.report({
        offset: Math.max(0, end - 1),
        endOffset: source.length,
        message: 'Unexpected end of the file, expected a newline',
        fix: { title: 'Add a newline', safe: true, edits: [{ offset: source.length, endOffset: source.length, text: newline }] },
      })
    } else {
      context.report({
        offset: end + first,
        endOffset: source.length,
        message: 'Unexpected blank lines at the end of the file, expected one newline',
        fix: { title: 'Remove the blank lines', safe: true, edits: [{ offset: end + first, endOffset: source.length, text: '' }] },
      })
    }
  },
})
