import { defineRule } from '../../rule.ts'

export const blankLines = defineRule({
  name: 'style/blank-lines',
  severity: 'info',
  what: 'More blank lines in a row than needed',
  why: 'They do not show on the built page. Two are enough above a title.',
  wrong: ['Hubble\n\n\n\nKepler\n'],
  right: ['Hubble\n\n\nKepler\n'],
  options: { max: { type: 'integer', default: 2, minimum: 1, description: 'The maximum number of consecutive blank lines' } },
  fixes: 'safe',
  check(context) {
    const { lines, options } = context
    for (let first = 0; first < lines.length; first++) {
      if (lines[first]!.text.trim() !== '') continue
      let next = first
      while (lines[next] && lines[next]!.text.trim() === '') next++
      const extra = lines[first + options.max]
      // Literal text keeps its blank lines.
      if (next - first > options.max && extra && !context.isLiteral(extra.offset)) {
        const place = { offset: extra.offset, endOffset: lines[next]?.offset ?? context.source.length }
        context.report({
          ...place,
          message: `Too many blank lines: ${next - first}, at most ${options.max}`,
          fix: { title: 'Remove the extra blank lines', safe: true, edits: [{ ...place, text: '' }] },
        })
      }
      first = next
    }
  },
})
