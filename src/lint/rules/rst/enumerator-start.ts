import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const enumeratorStart = docutilsRule({
  name: 'rst/enumerator-start',
  severity: 'off',
  what: 'An enumerated list that does not start with the first number or letter',
  why: 'The list may continue after a paragraph. More often, a list was split in two by mistake.',
  wrong: ['2. Kepler\n3. Spitzer\n'],
  right: ['1. Hubble\n2. Kepler\n'],
  isInfo: true,
  messages: [/^Enumerated list start value not ordinal-1: "(.*)" \(ordinal (\d+)\)/s],
  say(match, message, context) {
    const { text: _, ...place } = firstLineOf(context, message)
    return { ...place, message: `List starts with ${quoted(match[1]!)} instead of the first number or letter` }
  },
})
