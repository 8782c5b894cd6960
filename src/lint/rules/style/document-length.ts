import { linesBeyond } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'

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
    const beyond = linesBeyond(context.source, max)
    if (!beyond) return
    const { count, offset, endOffset } = beyond
    context.report({
      offset,
      endOffset: offset + context.source.slice(offset, endOffset).trimEnd().length,
      message: `Document too long: ${count} lines, at most ${max} are checked; no other rule was applied`,
    })
  },
})

/** The end of what is read of a document that is so long that no other rule checks it; `undefined` for others. */
export function endIfTooLong(source: string, max = usualMax): number | undefined {
  return linesBeyond(source, max)?.endOffset
}
