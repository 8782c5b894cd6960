import { titlesOf } from '../../outline.ts'
import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const titleOverline = docutilsRule({
  name: 'rst/title-overline',
  severity: 'error',
  what: 'A line over a title that is too short, or a title that has a line over it and none under it',
  why: 'docutils takes the line for a transition, or the title for text.',
  wrong: [
    { text: '=====\nTelescopes\n=====\n\nHubble.\n', title: 'Too short' },
    { text: '==========\nTelescopes\n\nHubble.\n', title: 'None below' },
  ],
  right: [{ text: '==========\nTelescopes\n==========\n\nHubble.\n' }],
  fixes: 'some',
  messages: [
    /^Title overline too short\./,
    /^Incomplete section title\./,
    /^Missing matching underline for section title overline\./,
  ],
  say(match, message, context) {
    const place = firstLineOf(context, message)
    const index = context.lineAt(message.offset)
    if (!match[0].startsWith('Title overline')) {
      const title = context.lines[index + 1]
      const hasText = title !== undefined && title.text.trim() !== ''
      return {
        ...place,
        message: `Unexpected line over ${hasText ? quoted(title.text) : 'nothing'}, expected the same line under it`,
        fix:
          match[0].startsWith('Missing') && hasText && (context.lines[index + 2]?.text.trim() ?? '') === ''
            ? {
                title: 'Add the line',
                safe: false,
                edits: [{ offset: title.end, endOffset: title.end, text: `${title.ending || '\n'}${place.text}` }],
              }
            : undefined,
      }
    }
    const title = titlesOf(context).find(
      ({ overline }) => overline && overline.number - 1 >= index - 1 && overline.number - 1 <= index,
    )
    if (!title?.overline) return { ...place, message: 'Unexpected short line over a title, expected one as long as the title' }
    const line = title.style.at(-1)!.repeat(title.width)
    return {
      offset: title.overline.offset,
      endOffset: title.overline.end,
      message: `Unexpected ${title.overline.text.trimEnd().length} characters over the title ${quoted(title.text)}, expected ${title.width}`,
      fix: {
        title: 'Lengthen the lines',
        safe: true,
        edits: [title.overline, title.underline].map(({ offset, end }) => ({ offset, endOffset: end, text: line })),
      },
    }
  },
})
