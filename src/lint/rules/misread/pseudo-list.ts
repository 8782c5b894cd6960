import { follows, listMarkerOf, type ProseLine, paragraphsOf, siblingOf } from '../../prose.ts'
import { defineRule } from '../../rule.ts'

export const pseudoList = defineRule({
  name: 'misread/pseudo-list',
  severity: 'warning',
  what: 'A paragraph that begins like a list and is none',
  why: 'docutils takes an enumerated item only if its second line is indented; otherwise the number, and the next ones, are text of one paragraph.',
  wrong: [
    { text: '#. The mirror is\npolished.\n', title: 'The second line is not indented' },
    { text: '– Hubble\n– Kepler\n', title: 'Dashes that are no bullets' },
  ],
  right: [{ text: '#. The mirror is\n   polished.\n' }, { text: 'A. Hall found the moons of Mars\nin 1877.\n', title: 'A name' }],
  fixes: 'safe',
  check(context) {
    for (const paragraph of paragraphsOf(context)) {
      const { lines } = paragraph
      if (lines.length < 2) continue
      const first = lines[0]!
      // docutils has a message for a list that ends without a blank line, which says the same.
      if (siblingOf(paragraph, -1)?.type === 'system_message') continue
      if (lines.every(({ text }) => text.charCodeAt(0) > 127 && /^[–—·●▪○]\s*\p{L}/u.test(text))) {
        context.report({
          offset: first.offset,
          endOffset: first.end,
          message: `Unexpected \`${first.text[0]}\` before each line of a paragraph, expected a list with \`*\` or \`-\``,
          fix: { title: 'Use `*`', safe: true, edits: lines.map((line) => bullet(line)) },
        })
        continue
      }
      const markers = lines.map(({ text }) => listMarkerOf(text))
      const marker = markers[0]
      const isList =
        marker?.kind === 'auto' ||
        (marker?.kind === 'number' &&
          (marker.ordinal < 2 || isListBeside(paragraph) || markers.some((next) => next && follows(next, marker)))) ||
        (marker?.kind === 'letter' && marker.ordinal === 1 && markers.some((next) => next && follows(next, marker)))
      if (!marker || !isList) continue
      const indentation = ' '.repeat(marker.text.length)
      const edits = lines.flatMap((line, index) =>
        index > 0 && !isNextItem(index) ? [{ offset: line.offset, endOffset: line.offset, text: indentation }] : [],
      )
      function isNextItem(index: number): boolean {
        const before = markers.slice(0, index).findLast((candidate) => candidate !== undefined)
        return markers[index] !== undefined && before !== undefined && follows(markers[index], before)
      }
      const wrong = lines.find((_, index) => index > 0 && !isNextItem(index))
      context.report({
        offset: first.offset,
        endOffset: first.end,
        message: `Unexpected text \`${marker.text.trim()}\` at the start of a paragraph, expected a list item whose other lines are indented`,
        ...(wrong ? { related: [{ offset: wrong.offset, endOffset: wrong.end, message: 'This line is not indented' }] } : {}),
        fix: edits.length > 0 ? { title: 'Indent the lines', safe: true, edits } : undefined,
      })
    }
  },
})

function bullet(line: ProseLine) {
  const marker = /^\S\s*/u.exec(line.text)![0]
  return { offset: line.offset, endOffset: line.offset + marker.length, text: '* ' }
}

function isListBeside(paragraph: Parameters<typeof siblingOf>[0]): boolean {
  return [siblingOf(paragraph, -1), siblingOf(paragraph, 1)].some((sibling) => sibling?.type === 'enumerated_list')
}
