import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const optionList = docutilsRule({
  name: 'rst/option-list',
  severity: 'error',
  what: 'A line that begins like an option of a command and is none',
  why: 'docutils shows it as an error.',
  wrong: [{ text: '--open\n  opens the dome\n\n--=close  closes the dome\n' }],
  right: [{ text: '--open   opens the dome\n--close  closes the dome\n' }],
  messages: [/^Invalid option list marker: (.*)/s],
  say(_match, message, context) {
    const { text, ...place } = firstLineOf(context, message)
    return { ...place, message: `Unexpected option ${quoted(text)}, expected a form like \`--name=VALUE\`` }
  },
})
