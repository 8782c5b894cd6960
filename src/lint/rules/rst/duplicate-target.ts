import { docutilsRule, quoted } from './docutils-rule.ts'

export const duplicateTarget = docutilsRule({
  name: 'rst/duplicate-target',
  severity: 'error',
  what: 'Two targets with the same name',
  why: 'docutils cannot tell which target a link means, so it resolves none of these links.',
  wrong: ['.. _orbit: https://example.org/low\n.. _orbit: https://example.org/high\n'],
  right: ['.. _low orbit: https://example.org/low\n.. _high orbit: https://example.org/high\n'],
  messages: [
    /^Duplicate (?:explicit |implicit )?target name(?:, cannot be used as a unique reference)?: "(.*)"\./s,
    /^Duplicate ID: "(.*)"\./s,
  ],
  say(match, message) {
    if (message.message.includes('cannot be used'))
      return { message: `Ambiguous reference to ${quoted(match[1]!)}; more than one target has this name` }
    return { message: `Duplicate target name ${quoted(match[1]!)}` }
  },
})
