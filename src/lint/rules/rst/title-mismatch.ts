import { columnWidth } from '../../../rst/index.ts'
import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const titleMismatch = docutilsRule({
  name: 'rst/title-mismatch',
  severity: 'error',
  what: 'A title whose overline and underline differ',
  why: 'docutils shows the title and both lines as an error.',
  wrong: ['==========\nTelescopes\n=========\n\nHubble.\n'],
  right: ['==========\nTelescopes\n==========\n\nHubble.\n'],
  fixes: 'some',
  messages: [/^Title overline & underline mismatch\./],
  say(_match, message, context) {
    const index = context.lineAt(message.offset)
    const [over, title, under] = [context.lines[index], context.lines[index + 1], context.lines[index + 2]]
    if (!over || !title || !under) return { ...firstLineOf(context, message), message: 'Underline does not match the overline' }
    const [above, below] = [over.text.trim(), under.text.trim()]
    const isSame = above[0] === below[0]
    const indent = title.text.length - title.text.trimStart().length
    const width = Math.max(columnWidth(title.text.trim()) + 2 * indent, 4)
    return {
      offset: under.offset,
      endOffset: under.offset + below.length,
      message: `Underline of ${quoted(title.text)} does not match its overline`,
      related: [{ offset: over.offset, endOffset: over.offset + above.length, message: 'The overline' }],
      fix: {
        title: isSame ? 'Make both lines as long as the title' : 'Copy the overline',
        safe: isSame,
        edits: [over, under].map((line) => ({ offset: line.offset, endOffset: line.end, text: above[0]!.repeat(width) })),
      },
    }
  },
})
