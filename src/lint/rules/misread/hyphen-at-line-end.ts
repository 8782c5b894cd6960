import { plainSource } from '../../inline.ts'
import { defineRule } from '../../rule.ts'
import { offsetIn, textsOf } from '../../texts.ts'

/** Words after a hyphen that abbreviates a compound: *pre- and post-flight*. */
const joins = /^(?:and|or|nor|to|versus|vs|through|but|und|oder|bis|et|ou|y|o)\b/

/** Words that are never the second half of a compound: the hyphen before them is a dash. */
const beginsClause = /^(?:the|an?|this|that|these|those|it|we|you|they|which|is|are)$/

export const hyphenAtLineEnd = defineRule({
  name: 'misread/hyphen-at-line-end',
  severity: 'info',
  what: 'A word that is split by a hyphen at the end of a line',
  why: 'The line break becomes a space, so the built page shows a space after the hyphen.',
  wrong: ['The long-\nlived mirror.\n'],
  right: [
    'The long-lived\nmirror.\n',
    { text: 'Both pre-\nand post-flight checks.\n', title: 'A hyphen that stands for the end of a compound' },
    { text: 'The mirror -or rather its cell-\nis warm.\n', title: 'Hyphens for dashes' },
  ],
  fixes: 'unsafe',
  check(context) {
    for (const text of textsOf(context)) {
      if (text.lines.length < 2) continue
      const plain = plainSource(text)
      if (!plain.includes('-\n')) continue
      for (const { index, groups } of plain.matchAll(/(?<before>\p{L}\p{Ll}{1,60})-\n(?<after>\p{Ll}\S*)/gu)) {
        const { before, after } = groups as { before: string; after: string }
        if (joins.test(after) || beginsClause.test(after)) continue
        const start = offsetIn(text, index)
        const from = offsetIn(text, index + before.length) + 1
        const to = offsetIn(text, index + before.length + 2)
        const end = to + after.length
        // In a table cell, lines cannot be joined.
        const isFixable = !text.sharesLines && context.source[end] !== undefined
        const spaces = /^[ \t]+(?=\S)/.exec(context.source.slice(end))?.[0] ?? ''
        context.report({
          offset: start,
          endOffset: from,
          message: `Hyphen at the end of a line; the page shows \`${before}- ${after}\``,
          related: [{ offset: to, endOffset: end, message: 'The rest of the word' }],
          fix: isFixable
            ? {
                title: 'Join the word',
                safe: false,
                edits: [
                  { offset: from, endOffset: to, text: '' },
                  ...(spaces ? [{ offset: end, endOffset: end + spaces.length, text: context.source.slice(from, to) }] : []),
                ],
              }
            : undefined,
        })
      }
    }
  },
})
