import { docutilsRule, quoted } from './docutils-rule.ts'

export const duplicateTarget = docutilsRule({
  name: 'rst/duplicate-target',
  severity: 'error',
  what: 'A name that two targets have',
  why: 'Links to it cannot lead to both, and docutils lets them lead to neither.',
  wrong: [{ text: '.. _orbit: https://example.org/low\n.. _orbit: https://example.org/high\n' }],
  right: [{ text: '.. _low orbit: https://example.org/low\n.. _high orbit: https://example.org/high\n' }],
  messages: [
    /^Duplicate (?:explicit |implicit )?target name(?:, cannot be used as a unique reference)?: "(.*)"\./s,
    /^Duplicate ID: "(.*)"\./s,
  ],
  say(match, message) {
    if (message.message.includes('cannot be used'))
      return { message: `Unexpected reference to ${quoted(match[1]!)}, expected a name that only one target has` }
    return { message: `Unexpected second target with the name ${quoted(match[1]!)}, expected another name` }
  },
})
