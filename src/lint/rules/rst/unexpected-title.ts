import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const unexpectedTitle = docutilsRule({
  name: 'rst/unexpected-title',
  severity: 'error',
  what: 'A title or transition where none is allowed',
  why: 'Titles belong at the left margin, outside of lists, block quotes and directives. docutils shows an indented title as an error.',
  wrong: ['Telescopes:\n\n  Hubble\n  ======\n'],
  right: ['Telescopes:\n\n  Hubble\n'],
  messages: [
    /^Unexpected section title or transition\./,
    /^Unexpected section title\./,
    /^Invalid section title or transition marker\./,
  ],
  say(_match, message, context) {
    const { text, ...place } = firstLineOf(context, message)
    return { ...place, message: `Misplaced title or transition ${quoted(text)}; only text is allowed here` }
  },
})
