import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const unexpectedIndentation = docutilsRule({
  name: 'rst/unexpected-indentation',
  severity: 'error',
  what: 'A line that is indented more than the paragraph it follows',
  why: 'docutils ends the paragraph there and makes a quotation of the rest. Mostly a blank line is missing, or the indentation is a slip.',
  wrong: [{ text: 'Hubble and\nKepler\n  look up.\n' }],
  right: [{ text: 'Hubble and\nKepler\nlook up.\n' }],
  fixes: 'unsafe',
  messages: [/^Unexpected indentation\./],
  say(_match, message, context) {
    const { text, ...place } = firstLineOf(context, message)
    const line = context.lines[context.lineAt(place.offset)]
    const above = context.lines[context.lineAt(place.offset) - 1]
    const indent = above ? above.text.length - above.text.trimStart().length : 0
    const isSlip = line && above && above.text.trim() !== ''
    return {
      ...place,
      message: `Unexpected indentation of ${quoted(text)}, expected that of the line above, or a blank line between them`,
      fix: isSlip
        ? {
            title: 'Remove the indentation',
            safe: false,
            edits: [{ offset: line.offset + indent, endOffset: place.offset, text: '' }],
          }
        : undefined,
    }
  },
})
