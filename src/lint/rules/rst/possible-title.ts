import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const possibleTitle = docutilsRule({
  name: 'rst/possible-title',
  severity: 'off',
  what: 'A line of signs that is too short to be taken for an adornment',
  why: 'docutils takes it for text, because it is shorter than four characters and than the title beside it.',
  wrong: [{ text: 'Telescopes\n==\n\nHubble.\n' }],
  right: [{ text: 'Telescopes\n==========\n\nHubble.\n' }],
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
      message: `Unexpected short line of signs at ${quoted(text)}, expected text, or an adornment as long as the title`,
    }
  },
})
