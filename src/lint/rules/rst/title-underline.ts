import { titlesOf } from '../../outline.ts'
import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const titleUnderline = docutilsRule({
  name: 'rst/title-underline',
  severity: 'error',
  what: 'A title that is longer than the line under it',
  why: 'docutils guesses that it is a title all the same and warns; shorter than four characters it takes the line for text.',
  wrong: [{ text: 'Telescopes\n=====\n\nHubble.\n' }],
  right: [{ text: 'Telescopes\n==========\n\nHubble.\n' }],
  fixes: 'safe',
  messages: [/^Title underline too short\./],
  say(_match, message, context) {
    const place = firstLineOf(context, message)
    const index = context.lineAt(message.offset)
    const title = titlesOf(context).find(({ line, underline }) => line.number === index + 1 || underline.number === index + 1)
    if (!title) return { ...place, message: 'Unexpected short line under a title, expected one as long as the title' }
    const length = title.underline.text.trimEnd().length
    return {
      offset: title.underline.offset,
      endOffset: title.underline.offset + length,
      message: `Unexpected ${length} characters under the title ${quoted(title.text)}, expected ${title.width}`,
      fix: {
        title: 'Lengthen the line',
        safe: true,
        edits: [
          { offset: title.underline.offset, endOffset: title.underline.end, text: title.style.at(-1)!.repeat(title.width) },
        ],
      },
    }
  },
})
