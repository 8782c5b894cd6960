import { docutilsRule, quoted } from './docutils-rule.ts'

export const unreferencedTarget = docutilsRule({
  name: 'rst/unreferenced-target',
  severity: 'off',
  what: 'A target that nothing in the document refers to',
  why: 'Other documents may use it. If none does, it can be removed.',
  wrong: ['Hubble.\n\n.. _Kepler: https://example.org/kepler\n'],
  right: ['See Kepler_.\n\n.. _Kepler: https://example.org/kepler\n'],
  isInfo: true,
  messages: [/^Hyperlink target "(.*)" is not referenced\./s],
  say: (match) => ({ message: `Unused target ${quoted(match[1]!)}` }),
})
