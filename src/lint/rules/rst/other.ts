import { oneLine } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'
import { type DocutilsRule, findingOf, firstLineOf } from './docutils-rule.ts'

/** The rule for docutils' messages that no other rule reports, so that none is lost. */
export function otherRule(others: readonly DocutilsRule[]) {
  return defineRule({
    name: 'rst/other',
    severity: 'error',
    what: 'Any other warning or error of docutils',
    why: 'It fails a build that treats warnings as errors.',
    wrong: ['.. meta::\n   no field\n'],
    right: ['.. meta::\n   :keywords: orbit\n'],
    check(context) {
      for (const message of context.messages) {
        if (message.level < 2 || message.inside || context.claimed.has(message) || others.some((rule) => rule.isAbout(message)))
          continue
        const { text: _, ...place } = firstLineOf(context, message)
        context.report(
          findingOf(message, {
            ...place,
            message: `Invalid markup: ${oneLine(message.message).replace(/\.$/, '')}`,
          }),
        )
      }
    },
  })
}
