import { titleOnLine } from '../../outline.ts'
import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const titleUnderline = docutilsRule({
  name: 'rst/title-underline',
  severity: 'error',
  what: 'A title underline that is shorter than its title',
  why: 'docutils warns. If the underline has fewer than four characters, docutils reads it as text.',
  wrong: ['Telescopes\n=====\n\nHubble.\n'],
  right: ['Telescopes\n==========\n\nHubble.\n'],
  fixes: 'safe',
  messages: [/^Title underline too short\./],
  say(_match, message, context) {
    const place = firstLineOf(context, message)
    const index = context.lineAt(message.offset)
    const title = titleOnLine(context, index + 1)
    if (!title) return { ...place, message: 'Underline is shorter than its title' }
    const length = title.underline.text.trimEnd().length
    return {
      offset: title.underline.offset,
      endOffset: title.underline.offset + length,
      message: `Underline of ${quoted(title.text)} is too short: ${length} of ${title.width} characters`,
      fix: {
        title: 'Lengthen the underline',
        safe: true,
        edits: [
          { offset: title.underline.offset, endOffset: title.underline.end, text: title.style.at(-1)!.repeat(title.width) },
        ],
      },
    }
  },
})
