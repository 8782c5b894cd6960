import { oneLine } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'
import { type DocutilsRule, findingOf, firstLineOf } from './docutils-rule.ts'

/** The rule for docutils' messages at level 1 (info) that no other rule reports. */
export function hintRule(others: readonly DocutilsRule[]) {
  return defineRule({
    name: 'rst/hint',
    severity: 'off',
    what: 'Any other message of docutils at level 1 (info)',
    why: 'docutils does not print these messages by default. They say how it read ambiguous markup.',
    wrong: ['Telescopes::\n  Hubble\n'],
    right: ['Telescopes::\n\n  Hubble\n'],
    check(context) {
      for (const message of context.messages) {
        if (message.level !== 1 || context.claimed.has(message) || others.some((rule) => rule.isAbout(message))) continue
        const { text: _, ...place } = firstLineOf(context, message)
        context.report(
          findingOf(message, {
            ...place,
            message: `Ambiguous markup: ${oneLine(message.message).replace(/\.$/, '')}`,
          }),
        )
      }
    },
  })
}
