import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const unexpectedTitle = docutilsRule({
  name: 'rst/unexpected-title',
  severity: 'error',
  what: 'A title or transition where none can be',
  why: 'Titles stand at the left margin, outside of lists, quotations and directives. An indented one is shown as an error.',
  wrong: [{ text: 'Telescopes:\n\n  Hubble\n  ======\n' }],
  right: [{ text: 'Telescopes:\n\n  Hubble\n' }],
  messages: [
    /^Unexpected section title or transition\./,
    /^Unexpected section title\./,
    /^Invalid section title or transition marker\./,
  ],
  say(_match, message, context) {
    const { text, ...place } = firstLineOf(context, message)
    return { ...place, message: `Unexpected title or transition ${quoted(text)} here, expected text` }
  },
})
