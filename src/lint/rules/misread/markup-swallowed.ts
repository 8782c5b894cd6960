import { markedIn } from '../../inline.ts'
import { defineRule } from '../../rule.ts'
import { textsOf } from '../../texts.ts'
import { markupErrorAt, markupErrorIn } from './markup-errors.ts'

export const markupSwallowed = defineRule({
  name: 'misread/markup-swallowed',
  severity: 'warning',
  what: 'Inline markup that continues after its end, or that contains other markup',
  why: 'If a letter follows the end mark, the markup does not end there but at the next one. Markup cannot be nested: inner marks are shown as text.',
  wrong: [
    'All ``mirror``s of the ``dome`` move.\n',
    { text: 'Read `the ``dome`` manual <https://example.org/dome>`__.\n', title: 'A literal in a link' },
    { text: 'The code is in :repo:`observatory/dome``.\n', title: 'One backtick too many' },
  ],
  right: [
    'All ``mirror``\\ s of the ``dome`` move.\n',
    'Read `the dome manual <https://example.org/dome>`__.\n',
    { text: 'A literal begins with two backticks: ``a ``dome``.\n', title: 'Marks that are shown on purpose' },
  ],
  fixes: 'unsafe',
  check(context) {
    for (const text of textsOf(context)) {
      for (const node of markedIn(text)) {
        const { start, end } = node.position
        const message = markupErrorIn(node, context.source)
        if (!message) continue
        const at = markupErrorAt(node, context.source.slice(start.offset, end.offset))
        context.report({
          offset: start.offset,
          endOffset: end.offset,
          message,
          fix:
            at === undefined
              ? undefined
              : {
                  title: 'Insert `\\ ` after the end',
                  safe: false,
                  edits: [{ offset: start.offset + at, endOffset: start.offset + at, text: '\\ ' }],
                },
        })
      }
    }
  },
})
