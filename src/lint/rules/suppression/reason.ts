import { defineRule } from '../../rule.ts'

export const reason = defineRule({
  name: 'suppression/reason',
  severity: 'off',
  what: 'A suppression without a reason',
  why: 'Later readers need to know whether the suppression is still valid. `suppressions: {reason: true}` in the configuration turns the rule on.',
  wrong: ['.. goaldoc: ignore-next style/tab\n\nA\ttab\n'],
  right: ['.. goaldoc: ignore-next style/tab -- as the instrument prints it\n\nA\ttab\n'],
  check(context) {
    for (const { kind, reason: why, offset, endOffset } of context.suppressions) {
      if (why || kind === 'ignore-end') continue
      context.report({ offset, endOffset, message: 'Suppression without a reason; add one after `--`' })
    }
  },
})
