import { defineRule } from '../../rule.ts'

/** What docutils takes for white space at the end of a line: Python's `rstrip`, without the ends of lines themselves. */
const white = /[ \t\f\v\x1c-\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/

export const trailingWhitespace = defineRule({
  name: 'style/trailing-whitespace',
  severity: 'warning',
  what: 'White space at the end of a line',
  why: 'Nobody sees it, editors remove it by the way, and reviews then show lines that nobody meant to change.',
  wrong: [{ text: 'Telescopes look up.  \n' }],
  right: [{ text: 'Telescopes look up.\n' }],
  fixes: 'safe',
  check(context) {
    for (const line of context.lines) {
      // From the end, character by character: an expression would try every run of blanks in the line.
      let length = line.text.length
      while (length > 0 && white.test(line.text[length - 1]!)) length--
      if (length === line.text.length) continue
      const offset = line.offset + length
      context.report({
        offset,
        endOffset: line.end,
        message: 'Unexpected white space at the end of the line, expected none',
        fix: { title: 'Remove the white space', safe: true, edits: [{ offset, endOffset: line.end, text: '' }] },
      })
    }
  },
})
