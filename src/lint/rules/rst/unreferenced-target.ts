import { docutilsRule, quoted } from './docutils-rule.ts'

export const unreferencedTarget = docutilsRule({
  name: 'rst/unreferenced-target',
  severity: 'off',
  what: 'A target that nothing in the document refers to',
  why: 'It may be there for other documents; otherwise it was left over.',
  wrong: [{ text: 'Hubble.\n\n.. _Kepler: https://example.org/kepler\n' }],
  right: [{ text: 'See Kepler_.\n\n.. _Kepler: https://example.org/kepler\n' }],
  isInfo: true,
  messages: [/^Hyperlink target "(.*)" is not referenced\./s],
  say: (match) => ({ message: `Unexpected target ${quoted(match[1]!)} that nothing refers to, expected a reference` }),
})
