import type { Edit } from '../../../text/index.ts'
import { type Title, titlesOf } from '../../outline.ts'
import { type Context, defineRule } from '../../rule.ts'

export const titleAdornment = defineRule({
  name: 'style/title-adornment',
  severity: 'info',
  what: 'A title adornment that is longer than the title, or has another character than configured for its level',
  why: 'An adornment of the same length as the title is easier to keep correct when the title changes.',
  wrong: [
    { text: 'Orbit\n=======\n\nText.\n', title: 'Too long' },
    { text: 'Orbit\n~~~~~\n\nText.\n', title: 'Another character than configured', options: { characters: ['='] } },
  ],
  right: [{ text: '=======\n Orbit\n=======\n\nText.\n', title: 'An overlined title may have a space on both sides' }],
  options: {
    characters: {
      type: 'strings',
      default: [],
      description: 'The adornment of each level, from the outermost, e.g. `overlined =`, `=`, `-`. Empty: any',
    },
  },
  fixes: 'safe',
  check(context) {
    const titles = titlesOf(context)
    if (checkCharacters(context, titles)) return
    for (const title of titles) {
      const length = title.underline.text.trimEnd().length
      // docutils reports an adornment that is too short.
      const indent = title.offset - title.line.offset
      if (length <= title.width || (title.overline && title.overline.text.trimEnd().length !== length)) continue
      if (indent === 0 && title.overline && length === title.width + 2) continue
      const lines = [title.overline, title.underline].flatMap((line) => line ?? [])
      context.report({
        offset: title.underline.offset,
        endOffset: title.underline.offset + length,
        message: `Adornment of ${length} characters; the title has ${title.width}`,
        fix: {
          title: 'Shorten the adornment',
          safe: true,
          edits: lines.map((line) => ({ offset: line.offset + title.width, endOffset: line.offset + length, text: '' })),
        },
      })
    }
  },
})

/** Checks all levels at once: changing the character of one title would change its level. */
function checkCharacters(context: Context<{ characters: readonly string[] }>, titles: readonly Title[]): boolean {
  const { characters } = context.options
  const styles = [...new Set(titles.map((title) => title.style))]
  const wanted = (title: Title) => characters[styles.indexOf(title.style)]
  const wrong = titles.find((title) => wanted(title) !== undefined && wanted(title) !== title.style)
  if (!wrong) return false
  // Levels that are not configured keep their characters. There is no fix if one of these is configured for another level.
  const rest = styles.slice(characters.length)
  const edits = titles.flatMap((title) => adornmentEdits(title, wanted(title), context.source))
  context.report({
    offset: wrong.underline.offset,
    endOffset: wrong.underline.end,
    message: `Adornment \`${wrong.style}\` at this level; use \`${wanted(wrong)}\``,
    fix: rest.some((style) => characters.includes(style))
      ? undefined
      : { title: 'Change all adornments of the document', safe: true, edits },
  })
  return true
}

function adornmentEdits(title: Title, style: string | undefined, source: string): Edit[] {
  if (style === undefined || style === title.style) return []
  const character = style.at(-1)!
  const line = character.repeat(Math.max(title.width, 1))
  const edits: Edit[] = [{ offset: title.underline.offset, endOffset: title.underline.end, text: line }]
  const isOverlined = style.startsWith('overlined ')
  if (title.overline && isOverlined) edits.push({ offset: title.overline.offset, endOffset: title.overline.end, text: line })
  else if (title.overline) edits.push({ offset: title.overline.offset, endOffset: title.offset, text: '' })
  else if (isOverlined)
    edits.push({
      offset: title.line.offset,
      endOffset: title.line.offset,
      text: line + source.slice(title.line.end, title.line.next),
    })
  return edits
}
