import { titleOnLine } from '../../outline.ts'
import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const titleOverline = docutilsRule({
  name: 'rst/title-overline',
  severity: 'error',
  what: 'A title overline that is too short or has no matching underline',
  why: 'docutils reads the overline as a transition, or the title as text.',
  wrong: [
    { text: '=====\nTelescopes\n=====\n\nHubble.\n', title: 'Too short' },
    { text: '==========\nTelescopes\n\nHubble.\n', title: 'No underline' },
  ],
  right: ['==========\nTelescopes\n==========\n\nHubble.\n'],
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
        message: hasText ? `Missing underline of ${quoted(title.text)}; it must match the overline` : 'Overline without a title',
        fix:
          match[0].startsWith('Missing') && hasText && (context.lines[index + 2]?.text.trim() ?? '') === ''
            ? {
                title: 'Add the underline',
                safe: false,
                edits: [{ offset: title.end, endOffset: title.end, text: `${title.ending || '\n'}${place.text}` }],
              }
            : undefined,
      }
    }
    const title = [index, index + 1]
      .map((number) => titleOnLine(context, number))
      .find((candidate, at) => candidate?.overline?.number === index + at)
    if (!title?.overline) return { ...place, message: 'Overline is shorter than its title' }
    const line = title.style.at(-1)!.repeat(title.width)
    return {
      offset: title.overline.offset,
      endOffset: title.overline.end,
      message: `Overline of ${quoted(title.text)} is too short: ${title.overline.text.trimEnd().length} of ${title.width} characters`,
      fix: {
        title: 'Lengthen the overline and underline',
        safe: true,
        edits: [title.overline, title.underline].map(({ offset, end }) => ({ offset, endOffset: end, text: line })),
      },
    }
  },
})
