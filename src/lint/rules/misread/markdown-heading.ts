import { columnWidth, innerText } from '../../../rst/index.ts'
import { withoutEnd } from '../../../text/index.ts'
import { titlesOf } from '../../outline.ts'
import { newlineOf, paragraphsOf, siblingOf } from '../../prose.ts'
import { defineRule } from '../../rule.ts'
import type { Text } from '../../texts.ts'

/** The adornment characters for levels that the document does not have yet. */
const usual = '=-~^"\''

export const markdownHeading = defineRule({
  name: 'misread/markdown-heading',
  severity: 'warning',
  what: 'A Markdown heading',
  why: 'docutils shows it as a paragraph that starts with `#`, and not as a section title.',
  wrong: ['Orbit\n=====\n\n## Telescopes\n\nHubble and Kepler.\n'],
  right: ['Orbit\n=====\n\nTelescopes\n----------\n\nHubble and Kepler.\n', '#. Telescopes\n'],
  fixes: 'unsafe',
  check(context) {
    const paragraphs = paragraphsOf(context)
    // A line with one `#` above other lines is a comment in another language.
    const hasComments = paragraphs.some(({ lines }) => lines.length > 1 && /^#[ \t]/.test(lines[0]!.text))
    for (const paragraph of paragraphs) {
      const { lines, parents } = paragraph
      const [first] = lines
      const match = first && /^(#{1,6})[ \t]+(?![ \t])(.+)$/.exec(first.text)
      if (!match) continue
      const signs = match[1]
      const text = withoutEnd(match[2]!, '#').trimEnd() || match[2]
      if (signs!.length === 1 && (hasComments || !isTitle(paragraph, text!))) continue
      const styles = [...new Set(titlesOf(context).map((title) => title.style))]
      const style =
        styles[signs!.length - 1] ?? [...usual].find((character) => !styles.some((known) => known.endsWith(character)))!
      const isInSection = lines.length === 1 && ['document', 'section'].includes(parents.at(-1)?.type ?? '')
      const underline = style.at(-1)!.repeat(Math.max(columnWidth(text!), 1))
      const newline = newlineOf(context)
      const title = `${style.startsWith('overlined ') ? underline + newline : ''}${text}${newline}${underline}`
      context.report({
        offset: first.offset,
        endOffset: first.end,
        message: `Markdown heading; use a title underlined with \`${style.at(-1)}\``,
        fix: isInSection
          ? {
              title: 'Write the title as reStructuredText',
              safe: false,
              edits: [{ offset: first.offset, endOffset: first.end, text: title }],
            }
          : undefined,
      })
    }
  },
})

/** Whether the text after a single `#` can be a title: `#` is also a shell prompt, and starts comments in configuration files. */
function isTitle(paragraph: Text, text: string): boolean {
  const before = siblingOf(paragraph, -1)
  const isIntroduced = before?.type === 'paragraph' && innerText(before).trimEnd().endsWith(':')
  return !isIntroduced && /^\p{Lu}/u.test(text) && !/[|>=$;&{}<]|\s-|\/|:$/.test(text)
}
