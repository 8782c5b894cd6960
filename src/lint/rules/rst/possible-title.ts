import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const possibleTitle = docutilsRule({
  name: 'rst/possible-title',
  severity: 'off',
  what: 'A title adornment that is too short to be recognized',
  why: 'docutils reads the line as text, because it has fewer than four characters and is shorter than the title.',
  wrong: ['Telescopes\n==\n\nHubble.\n'],
  right: ['Telescopes\n==========\n\nHubble.\n'],
  isInfo: true,
  messages: [
    /^Possible title underline, too short for the title\./,
    /^Possible incomplete section title\./,
    /^Unexpected possible title overline or transition\./,
  ],
  say(_match, message, context) {
    const { text, ...place } = firstLineOf(context, message)
    return {
      ...place,
      message: `Title adornment at ${quoted(text)} is too short; docutils reads it as text`,
    }
  },
})
