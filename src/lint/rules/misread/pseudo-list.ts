import { follows, type ListMarker, listMarkerOf, paragraphsOf, siblingOf } from '../../prose.ts'
import { defineRule } from '../../rule.ts'
import type { ProseLine } from '../../texts.ts'

export const pseudoList = defineRule({
  name: 'misread/pseudo-list',
  severity: 'warning',
  what: 'A paragraph that looks like a list but is not one',
  why: 'docutils reads an enumerated item only if its second line is indented. Otherwise the items are text of one paragraph.',
  wrong: [
    { text: '#. The mirror is\npolished.\n', title: 'The second line is not indented' },
    { text: '– Hubble\n– Kepler\n', title: 'Dashes that are not bullets' },
  ],
  right: ['#. The mirror is\n   polished.\n', { text: 'A. Hall found the moons of Mars\nin 1877.\n', title: 'A name' }],
  fixes: 'some',
  check(context) {
    for (const paragraph of paragraphsOf(context)) {
      const { lines } = paragraph
      if (lines.length < 2) continue
      const first = lines[0]!
      // docutils already reports a list that ends without a blank line.
      if (siblingOf(paragraph, -1)?.type === 'system_message') continue
      if (lines.every(({ text }) => text.charCodeAt(0) > 127 && /^[–—·●▪○]\s*\p{L}/u.test(text))) {
        context.report({
          offset: first.offset,
          endOffset: first.end,
          message: `\`${first.text[0]}\` is not a list marker; use \`*\` or \`-\``,
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
      const isItem = (index: number) => {
        const before = markers.slice(0, index).findLast((candidate) => candidate !== undefined)
        return markers[index] !== undefined && before !== undefined && follows(markers[index], before)
      }
      const isIndentable = markers.every((other, index) => index === 0 || !other || isItem(index))
      const wrong = lines.find((_, index) => index > 0 && !isItem(index))
      const remedy = isIndentable ? 'indent the other lines of the item' : 'number the items in order, or with `#.`'
      const why = isIndentable ? 'This line is not indented' : 'This number does not follow'
      context.report({
        offset: first.offset,
        endOffset: first.end,
        message: `\`${marker.text.trim()}\` starts a paragraph, not a list item; ${remedy}`,
        ...(wrong ? { related: [{ offset: wrong.offset, endOffset: wrong.end, message: why }] } : {}),
        fix: isIndentable ? indentation(lines, marker, isItem) : numbering(lines, markers),
      })
    }
  },
})

/** The fix that indents the lines that are not items; `undefined` if there are none. */
function indentation(lines: readonly ProseLine[], marker: ListMarker, isItem: (index: number) => boolean) {
  const edits = lines.flatMap((line, index) =>
    index > 0 && !isItem(index) ? [{ offset: line.offset, endOffset: line.offset, text: ' '.repeat(marker.text.length) }] : [],
  )
  return edits.length > 0 ? { title: 'Indent the lines', safe: true, edits } : undefined
}

/** The fix that makes docutils number the items (`#.`); `undefined` if the markers have different forms. */
function numbering(lines: readonly ProseLine[], markers: readonly (ListMarker | undefined)[]) {
  const [first] = markers
  if (!first || markers.some((marker) => marker && (marker.kind === 'letter' || marker.format !== first.format))) return undefined
  const edits = lines.map((line, index) => {
    const marker = markers[index]
    if (!marker) return { offset: line.offset, endOffset: line.offset, text: '   ' }
    const text = marker.text.replace(/#|\d+/, '#').trimEnd()
    return { offset: line.offset, endOffset: line.offset + marker.text.length, text: `${text} ` }
  })
  return { title: 'Number the items automatically', safe: false, edits }
}

function bullet(line: ProseLine) {
  const marker = /^\S\s*/u.exec(line.text)![0]
  return { offset: line.offset, endOffset: line.offset + marker.length, text: '* ' }
}

function isListBeside(paragraph: Parameters<typeof siblingOf>[0]): boolean {
  return [siblingOf(paragraph, -1), siblingOf(paragraph, 1)].some((sibling) => sibling?.type === 'enumerated_list')
}
