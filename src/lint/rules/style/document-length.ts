import { type Document, defineRule } from '../../rule.ts'

/** Ten times as long as the longest documents of large projects. */
const usualMax = 50_000

export const documentLength = defineRule({
  name: 'style/document-length',
  severity: 'error',
  what: 'A document that is too long to check',
  why: 'No other rule checks it, so that a huge or hostile file cannot block the linter. Split the document, or increase `max`.',
  wrong: [{ text: 'Hubble\n\nKepler\n\nGaia\n', options: { max: 4 } }],
  right: [{ text: 'Hubble\n\nKepler\n\nGaia\n' }],
  options: { max: { type: 'integer', default: usualMax, minimum: 1, description: 'The maximum number of lines' } },
  check(context) {
    const { max } = context.options
    if (!isTooLong(context, max)) return
    const first = context.lines[max]!
    context.report({
      offset: first.offset,
      endOffset: Math.max(first.end, first.offset),
      message: `Document too long: ${context.lines.length} lines, at most ${max} are checked; no other rule was applied`,
    })
  },
})

/** Whether a document is so long that no other rule checks it. */
export function isTooLong(document: Pick<Document, 'lines'>, max = usualMax): boolean {
  return document.lines.length > max
}
