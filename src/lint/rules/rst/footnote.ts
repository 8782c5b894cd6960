import { docutilsRule } from './docutils-rule.ts'

export const footnote = docutilsRule({
  name: 'rst/footnote',
  severity: 'error',
  what: 'More references to automatic footnotes than there are footnotes',
  why: 'They are paired by their order, so that all behind the missing one point to the wrong note.',
  wrong: [{ text: 'Hubble [#]_ and Kepler [#]_.\n\n.. [#] in orbit\n' }],
  right: [{ text: 'Hubble [#]_ and Kepler [#]_.\n\n.. [#] in orbit\n.. [#] retired\n' }],
  messages: [/^Too many (autonumbered|symbol) footnote references: only (\d+) corresponding footnotes available\./],
  say: (match) => ({
    message: `Unexpected footnote reference, expected no more than the ${match[2]} automatic footnotes that there are`,
  }),
})
