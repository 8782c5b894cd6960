import type { Edit } from '../../../text/index.ts'
import { type Title, titlesOf } from '../../outline.ts'
import { type Context, defineRule } from '../../rule.ts'

export const titleAdornment = defineRule({
  name: 'style/title-adornment',
  severity: 'info',
  what: 'The line under or over a title is longer than the title, or not of the character agreed for its level',
  why: 'A line that is as long as its title shows at once when the title was changed without it, which docutils reports as soon as the title is the longer one.',
  wrong: [
    { text: 'Orbit\n=======\n\nText.\n', title: 'Too long' },
    { text: 'Orbit\n~~~~~\n\nText.\n', title: 'Another character than agreed', options: { characters: ['='] } },
  ],
  right: [{ text: '=======\n Orbit\n=======\n\nText.\n', title: 'An inset title has room on both sides' }],
  options: {
    characters: {
      type: 'strings',
      default: [],
      description: 'The characters of the levels, from the outermost: `overlined =`, `=`, `-`. Empty: whatever the document uses',
    },
  },
  fixes: 'safe',
  check(context) {
    const titles = titlesOf(context)
    if (checkCharacters(context, titles)) return
    for (const title of titles) {
      const length = title.underline.text.trimEnd().length
      // A shorter one is docutils' own.
      const indent = title.offset - title.line.offset
      if (length <= title.width || (title.overline && title.overline.text.trimEnd().length !== length)) continue
      if (indent === 0 && title.overline && length === title.width + 2) continue
      const lines = [title.overline, title.underline].flatMap((line) => line ?? [])
      context.report({
        offset: title.underline.offset,
        endOffset: title.underline.offset + length,
        message: `Unexpected adornment of ${length} characters, expected ${title.width}`,
        fix: {
          title: 'Shorten the adornment',
          safe: true,
          edits: lines.map((line) => ({ offset: line.offset + title.width, endOffset: line.offset + length, text: '' })),
        },
      })
    }
  },
})

/** The characters of all levels at once: to change one title alone would give it another level. */
function checkCharacters(context: Context<{ characters: readonly string[] }>, titles: readonly Title[]): boolean {
  const { characters } = context.options
  const styles = [...new Set(titles.map((title) => title.style))]
  const wanted = (title: Title) => characters[styles.indexOf(title.style)]
  const wrong = titles.find((title) => wanted(title) !== undefined && wanted(title) !== title.style)
  if (!wrong) return false
  // Levels beyond those that are agreed on keep their characters; where one of them is taken now there is no simple repair.
  const rest = styles.slice(characters.length)
  const edits = titles.flatMap((title) => adornmentEdits(title, wanted(title), context.source))
  context.report({
    offset: wrong.underline.offset,
    endOffset: wrong.underline.end,
    message: `Unexpected adornment \`${wrong.style}\`, expected \`${wanted(wrong)}\``,
    fix: rest.some((style) => characters.includes(style))
      ? undefined
      : { title: 'Change the adornments of the document', safe: true, edits },
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
