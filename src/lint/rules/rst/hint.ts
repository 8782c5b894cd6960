import { oneLine } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'
import { type DocutilsRule, findingOf, firstLineOf } from './docutils-rule.ts'

/** The rule for hints of docutils (level 1) that no other one is about. */
export function hintRule(others: readonly DocutilsRule[]) {
  return defineRule({
    name: 'rst/hint',
    severity: 'off',
    what: 'Any other hint of docutils',
    why: 'docutils keeps hints to itself unless it is asked for them; they tell how it took what could be taken in two ways.',
    wrong: [{ text: 'Telescopes::\n  Hubble\n' }],
    right: [{ text: 'Telescopes::\n\n  Hubble\n' }],
    check(context) {
      for (const message of context.messages) {
        if (message.level !== 1 || context.claimed.has(message) || others.some((rule) => rule.isAbout(message))) continue
        const { text: _, ...place } = firstLineOf(context, message)
        context.report(
          findingOf(message, {
            ...place,
            message: `Unexpected construct, expected one that can be taken in one way: ${oneLine(message.message).replace(/\.$/, '')}`,
          }),
        )
      }
    },
  })
}
