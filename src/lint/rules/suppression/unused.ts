import { withoutEnd } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'
import { removeComment } from './remove.ts'

export const unused = defineRule({
  name: 'suppression/unused',
  severity: 'warning',
  what: 'A suppression that is not needed',
  why: 'The finding is gone. If the comment stays, it will hide the next mistake.',
  wrong: ['.. goaldoc: ignore-next style/tab\n\nHubble\n'],
  right: ['.. goaldoc: ignore-next style/tab\n\nA\ttab\n'],
  fixes: 'safe',
  runsLast: true,
  check(context) {
    const isRule = (name: string) => name.includes('*') || context.ruleNames.includes(name)
    for (const suppression of context.suppressions) {
      if (suppression.isUnpaired || !['ignore-next', 'ignore-start', 'ignore-file'].includes(suppression.kind)) continue
      const idle = suppression.rules.filter((rule) => !rule.isUsed && isRule(rule.name))
      if (idle.length === 0) continue
      const isWhole = idle.length === suppression.rules.length
      for (const rule of isWhole ? idle.slice(0, 1) : idle) {
        const names = isWhole ? idle.map(({ name }) => `\`${name}\``).join(', ') : `\`${rule.name}\``
        // A block has two comments, and removing one would leave the other.
        const fix =
          suppression.kind === 'ignore-start'
            ? undefined
            : isWhole
              ? removeComment(context, suppression)
              : removeName(context.source, rule)
        context.report({
          offset: rule.offset,
          endOffset: rule.endOffset,
          message: `Unused suppression of ${names}`,
          fix: fix && { title: 'Remove the suppression', safe: true, edits: [fix] },
        })
      }
    }
  },
})

/** A name with the comma or space before it. */
function removeName(source: string, { offset, endOffset }: { offset: number; endOffset: number }) {
  const before = offset - withoutEnd(source.slice(0, offset), ', \t\r\n').length
  const isFirst = /ignore-\w+$/.test(source.slice(Math.max(0, offset - before - 40), offset - before))
  const separatorAfter = isFirst ? /^\s*,?/.exec(source.slice(endOffset))![0].trimEnd().length : 0
  return { offset: offset - before, endOffset: endOffset + separatorAfter, text: '' }
}
