import { oneLine } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'
import { type DocutilsRule, findingOf, firstLineOf } from './docutils-rule.ts'

/** The rule for messages of docutils that no other one is about, so that none is ever lost. */
export function otherRule(others: readonly DocutilsRule[]) {
  return defineRule({
    name: 'rst/other',
    severity: 'error',
    what: 'Anything else that docutils reports',
    why: 'What docutils warns of fails a build that takes warnings for errors.',
    wrong: [{ text: '.. meta::\n   no field\n' }],
    right: [{ text: '.. meta::\n   :keywords: orbit\n' }],
    check(context) {
      for (const message of context.messages) {
        if (message.level < 2 || context.claimed.has(message) || others.some((rule) => rule.isAbout(message))) continue
        const { text: _, ...place } = firstLineOf(context, message)
        context.report(
          findingOf(message, {
            ...place,
            message: `Unexpected construct, expected one that docutils takes: ${oneLine(message.message).replace(/\.$/, '')}`,
          }),
        )
      }
    },
  })
}
