import { defineRule } from '../../rule.ts'
import { isMeantAsLink, singleBackticks } from './single-backticks.ts'

export const linkWithoutUnderscore = defineRule({
  name: 'misread/link-without-underscore',
  severity: 'warning',
  what: 'A link without the underscore behind it',
  why: 'Without it the text is shown in italics, with the URL in angle brackets, and leads nowhere.',
  wrong: [
    { text: 'Read `the plan <https://example.org/plan>`.\n' },
    { text: 'Read `the plan`.\n\n.. _the plan: https://example.org/plan\n', title: 'The name of a target' },
  ],
  right: [{ text: 'Read `the plan <https://example.org/plan>`__.\n' }],
  fixes: 'unsafe',
  check(context) {
    for (const backticked of singleBackticks(context)) {
      const { offset, endOffset, text } = backticked
      const isLink = /(?:^|\s)<(?:[a-z][a-z0-9+.-]*:\S+|\S+_)>$/i.test(text)
      if (!isLink && !isMeantAsLink(context, backticked)) continue
      context.report({
        offset,
        endOffset,
        message: isLink
          ? 'Unexpected end of a link, expected `__` behind the backtick'
          : `Unexpected backticks around \`${text}\`, expected \`_\` behind them for a link to the target of this name`,
        fix: { title: 'Add the underscore', safe: false, edits: [{ offset: endOffset, endOffset, text: isLink ? '__' : '_' }] },
      })
    }
  },
})
