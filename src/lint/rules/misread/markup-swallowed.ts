import { markedIn } from '../../inline.ts'
import { defineRule } from '../../rule.ts'
import { textsOf } from '../../texts.ts'
import { slipAt, slipIn } from './slips.ts'

export const markupSwallowed = defineRule({
  name: 'misread/markup-swallowed',
  severity: 'warning',
  what: 'Inline markup that goes on over its end, or that holds other markup',
  why: 'An end mark with a letter right behind it ends nothing: the markup goes on to the next one. And there is no markup inside of markup: its marks are shown.',
  wrong: [
    { text: 'All ``mirror``s of the ``dome`` move.\n' },
    { text: 'Read `the ``dome`` manual <https://example.org/dome>`__.\n', title: 'A literal in a link' },
    { text: 'The code is in :repo:`observatory/dome``.\n', title: 'One backtick too many' },
  ],
  right: [
    { text: 'All ``mirror``\\ s of the ``dome`` move.\n' },
    { text: 'Read `the dome manual <https://example.org/dome>`__.\n' },
    { text: 'A literal begins with two backticks: ``a ``dome``.\n', title: 'Marks that are shown on purpose' },
  ],
  fixes: 'unsafe',
  check(context) {
    for (const text of textsOf(context)) {
      for (const node of markedIn(text)) {
        const { start, end } = node.position
        const message = slipIn(node, context.source)
        if (!message) continue
        const at = slipAt(node, context.source.slice(start.offset, end.offset))
        context.report({
          offset: start.offset,
          endOffset: end.offset,
          message,
          fix:
            at === undefined
              ? undefined
              : {
                  title: 'Insert `\\ ` behind the end',
                  safe: false,
                  edits: [{ offset: start.offset + at, endOffset: start.offset + at, text: '\\ ' }],
                },
        })
      }
    }
  },
})
