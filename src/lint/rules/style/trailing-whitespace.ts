import { defineRule } from '../../rule.ts'

/** The characters that docutils removes at the end of a line: those of Python's `rstrip`, without line endings. */
const white = /[ \t\f\v\x1c-\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/

export const trailingWhitespace = defineRule({
  name: 'style/trailing-whitespace',
  severity: 'warning',
  what: 'White space at the end of a line',
  why: 'It is invisible. Editors remove it on save, and reviews then show lines that nobody meant to change.',
  wrong: ['Telescopes look up.  \n'],
  right: ['Telescopes look up.\n'],
  fixes: 'safe',
  check(context) {
    for (const line of context.lines) {
      // Character by character from the end: a regular expression would try every run of spaces in the line.
      let length = line.text.length
      while (length > 0 && white.test(line.text[length - 1]!)) length--
      if (length === line.text.length) continue
      const offset = line.offset + length
      context.report({
        offset,
        endOffset: line.end,
        message: 'White space at the end of the line',
        fix: { title: 'Remove the white space', safe: true, edits: [{ offset, endOffset: line.end, text: '' }] },
      })
    }
  },
})
