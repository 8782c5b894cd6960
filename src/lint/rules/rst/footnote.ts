import { docutilsRule } from './docutils-rule.ts'

export const footnote = docutilsRule({
  name: 'rst/footnote',
  severity: 'error',
  what: 'A footnote without text, or more references to automatic footnotes than there are footnotes',
  why: 'They are paired by their order, so that all behind the missing one point to the wrong note.',
  wrong: [{ text: 'Hubble [#]_ and Kepler [#]_.\n\n.. [#] in orbit\n' }],
  right: [{ text: 'Hubble [#]_ and Kepler [#]_.\n\n.. [#] in orbit\n.. [#] retired\n' }],
  messages: [
    /^Too many (?:autonumbered|symbol) footnote references: only (\d+) corresponding footnotes? available\./,
    /^(Footnote|Citation) content expected\./,
  ],
  say(match) {
    const [, what = ''] = match
    return /\d/.test(what)
      ? {
          message: `Surplus footnote reference; there ${what === '1' ? 'is 1 automatic footnote' : `are ${what} automatic footnotes`}`,
        }
      : { message: `Empty ${what.toLowerCase()}; its text is indented below or behind the label` }
  },
})
