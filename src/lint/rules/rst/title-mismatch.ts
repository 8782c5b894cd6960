import { columnWidth } from '../../../rst/index.ts'
import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const titleMismatch = docutilsRule({
  name: 'rst/title-mismatch',
  severity: 'error',
  what: 'The lines over and under a title differ',
  why: 'docutils takes neither for an adornment: the title and what looks like it are shown as an error.',
  wrong: [{ text: '==========\nTelescopes\n=========\n\nHubble.\n' }],
  right: [{ text: '==========\nTelescopes\n==========\n\nHubble.\n' }],
  fixes: 'some',
  messages: [/^Title overline & underline mismatch\./],
  say(_match, message, context) {
    const index = context.lineAt(message.offset)
    const [over, title, under] = [context.lines[index], context.lines[index + 1], context.lines[index + 2]]
    if (!over || !title || !under)
      return { ...firstLineOf(context, message), message: 'Unexpected line under a title, expected the one over it' }
    const [above, below] = [over.text.trim(), under.text.trim()]
    const isSame = above[0] === below[0]
    const indent = title.text.length - title.text.trimStart().length
    const width = Math.max(columnWidth(title.text.trim()) + 2 * indent, 4)
    return {
      offset: under.offset,
      endOffset: under.offset + below.length,
      message: `Unexpected line ${quoted(below)} under the title ${quoted(title.text)}, expected the same as over it`,
      related: [{ offset: over.offset, endOffset: over.offset + above.length, message: 'The line over it' }],
      fix: {
        title: isSame ? 'Make the lines as long as the title' : 'Use the line over it',
        safe: isSame,
        edits: [over, under].map((line) => ({ offset: line.offset, endOffset: line.end, text: above[0]!.repeat(width) })),
      },
    }
  },
})
