import { defineRule } from '../../rule.ts'
import { isMeantAsLink, singleBackticks } from './single-backticks.ts'

export const linkWithoutUnderscore = defineRule({
  name: 'misread/link-without-underscore',
  severity: 'warning',
  what: 'A link without its trailing underscore',
  why: 'docutils shows the text in italics, with the URL in angle brackets, and not as a link.',
  wrong: [
    'Read `the plan <https://example.org/plan>`.\n',
    { text: 'Read `the plan`.\n\n.. _the plan: https://example.org/plan\n', title: 'The name of a target' },
  ],
  right: ['Read `the plan <https://example.org/plan>`__.\n'],
  fixes: 'unsafe',
  check(context) {
    for (const backticked of singleBackticks(context)) {
      const { offset, endOffset, text } = backticked
      const isLink = /(?:^|\s)<(?:[a-z][a-z0-9+.-]*:\/\/\S+|mailto:\S+|\S+_)>$/i.test(text)
      if (!isLink && !isMeantAsLink(context, backticked)) continue
      context.report({
        offset,
        endOffset,
        message: isLink
          ? 'Missing `__` after the closing backtick of a link'
          : `Missing \`_\` after \`${text}\`; a target has this name`,
        fix: { title: 'Add the underscore', safe: false, edits: [{ offset: endOffset, endOffset, text: isLink ? '__' : '_' }] },
      })
    }
  },
})
