import { docutilsRule } from './docutils-rule.ts'

export const footnote = docutilsRule({
  name: 'rst/footnote',
  severity: 'error',
  what: 'A footnote without text, or more automatic footnote references than footnotes',
  why: 'docutils pairs automatic references and footnotes by their order. A missing footnote shifts all references after it.',
  wrong: ['Hubble [#]_ and Kepler [#]_.\n\n.. [#] in orbit\n'],
  right: ['Hubble [#]_ and Kepler [#]_.\n\n.. [#] in orbit\n.. [#] retired\n'],
  messages: [
    /^Too many (?:autonumbered|symbol) footnote references: only (\d+) corresponding footnotes? available\./,
    /^(Footnote|Citation) content expected\./,
  ],
  say(match) {
    const [, what = ''] = match
    return /\d/.test(what)
      ? {
          message: `Surplus footnote reference; the document has ${what} automatic footnote${what === '1' ? '' : 's'}`,
        }
      : { message: `Empty ${what.toLowerCase()}; write its text after the label` }
  },
})
