import { columnWidth } from '../../../rst/index.ts'
import { defineRule } from '../../rule.ts'

export const lineLength = defineRule({
  name: 'style/line-length',
  severity: 'off',
  what: 'A line that is too long',
  why: 'Short lines are easier to review side by side. Lines that cannot be wrapped are not reported: URLs, tables, literal text and directives.',
  wrong: [{ text: 'Telescopes on the ground look through the air.\n', options: { max: 30 } }],
  right: [{ text: 'Telescopes look up:\nhttps://example.org/a-very-long-name-of-a-page\n', options: { max: 30 } }],
  options: {
    max: { type: 'integer', default: 79, minimum: 20, description: 'The maximum number of columns' },
  },
  check(context) {
    const { max } = context.options
    for (const line of context.lines) {
      if (line.text.length <= max / 2 || columnWidth(line.text) <= max) continue
      const text = line.text.trim()
      // Text without a space cannot be wrapped.
      const isUrl = /[a-z0-9+.-]:\/\/\S/i.test(text)
      const isTable = /^[+|]|^={3,}(?: +=+)*$/.test(text)
      const isDirective = /^(?:\.\. |:[\w -]+:(?:\s|$))/.test(text)
      const isAdornment = /^([!-/:-@[-`{-~])\1*$/.test(text)
      if (isUrl || isTable || isDirective || isAdornment || context.isLiteral(line.offset + line.text.indexOf(text))) continue
      if (!/\s/.test(text.replace(/^[*+-] /, ''))) continue
      context.report({
        offset: line.offset + Math.min(max, line.text.length - 1),
        endOffset: line.end,
        message: `Line too long: ${columnWidth(line.text)} columns, at most ${max}`,
      })
    }
  },
})
