import { defineRule } from '../../rule.ts'
import { suggestedNames } from '../../suggested-names.ts'
import { suppressionKinds } from '../../suppressions.ts'
import { removeComment } from './remove.ts'

export const unknown = defineRule({
  name: 'suppression/unknown',
  severity: 'error',
  what: 'A goaldoc comment that is not valid',
  why: 'It suppresses nothing.',
  wrong: [
    { text: '.. goaldoc: ignore-next style/tabs\n\nHubble\n', title: 'A rule that does not exist' },
    { text: '.. goaldoc: ignore-all style/tab\n\nHubble\n', title: 'A keyword that does not exist' },
    { text: '.. goaldoc: ignore-start style/tab\n\nHubble\n', title: 'A missing `ignore-end`' },
  ],
  right: ['.. goaldoc: ignore-file style/tab -- made by a telescope\n\nA\ttab\n'],
  fixes: 'some',
  check(context) {
    const names = context.ruleNames
    for (const suppression of context.suppressions) {
      const { kind, kindOffset, rules: named } = suppression
      if (!(suppressionKinds as readonly string[]).includes(kind)) {
        const near = suggestedNames(kind, suppressionKinds)
        const isOne = /^`[^`]*`$/.test(near)
        context.report({
          offset: kind ? kindOffset : suppression.offset,
          endOffset: kind ? kindOffset + kind.length : suppression.endOffset,
          message: `${kind ? `Unknown keyword \`${kind}\`` : 'Missing keyword'}; use ${near}`,
          fix: isOne
            ? {
                title: `Write ${near}`,
                safe: false,
                edits: [{ offset: kindOffset, endOffset: kindOffset + kind.length, text: near.slice(1, -1) }],
              }
            : { title: 'Remove the comment', safe: false, edits: [removeComment(context, suppression)] },
        })
        continue
      }
      if (suppression.isUnpaired) {
        const other = kind === 'ignore-start' ? 'ignore-end' : 'ignore-start'
        context.report({
          offset: suppression.offset,
          endOffset: suppression.endOffset,
          message: `\`${kind}\` without an \`${other}\``,
          fix: { title: 'Remove the comment', safe: false, edits: [removeComment(context, suppression)] },
        })
      }
      if (named.length === 0 && kind !== 'ignore-end') {
        context.report({
          offset: suppression.offset,
          endOffset: suppression.endOffset,
          message: `\`${kind}\` without a rule; name the rules to suppress`,
          fix: { title: 'Remove the comment', safe: false, edits: [removeComment(context, suppression)] },
        })
      }
      for (const { name, offset, endOffset } of named) {
        if (
          names.includes(name as (typeof names)[number]) ||
          name === '*' ||
          (name.endsWith('/*') && names.some((rule) => rule.startsWith(name.slice(0, -1))))
        )
          continue
        const near = suggestedNames(name, names, (word, words) => context.nearest(word, () => [...words]))
        context.report({
          offset,
          endOffset,
          message: `Unknown rule \`${name}\`; use ${near}`,
          data: { actual: name },
          fix: /^`[^`]*`$/.test(near)
            ? { title: `Write ${near}`, safe: false, edits: [{ offset, endOffset, text: near.slice(1, -1) }] }
            : undefined,
        })
      }
    }
  },
})
