import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const enumeratorStart = docutilsRule({
  name: 'rst/enumerator-start',
  severity: 'off',
  what: 'An enumerated list that does not start with the first number or letter',
  why: 'It may be one that goes on after a paragraph; often it is a list that something has broken in two.',
  wrong: [{ text: '2. Kepler\n3. Spitzer\n' }],
  right: [{ text: '1. Hubble\n2. Kepler\n' }],
  isInfo: true,
  messages: [/^Enumerated list start value not ordinal-1: "(.*)" \(ordinal (\d+)\)/s],
  say(match, message, context) {
    const { text: _, ...place } = firstLineOf(context, message)
    return { ...place, message: `Unexpected start of a list with ${quoted(match[1]!)}, expected the first of its kind` }
  },
})
