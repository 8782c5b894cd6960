import { follows, type ListMarker, listMarkerOf, newlineOf } from '../../prose.ts'
import { defineRule } from '../../rule.ts'
import { type ProseLine, type Text, textsOf } from '../../texts.ts'

/** The usual column for wrapping text; a shorter line was ended on purpose. */
const wrapColumn = 70

export const gluedList = defineRule({
  name: 'misread/glued-list',
  severity: 'warning',
  what: 'A list without a blank line above it',
  why: 'docutils does not read it as a list. The items become text of the paragraph above, with their markers.',
  wrong: [
    'Telescopes in orbit:\n* Hubble\n* Kepler\n',
    { text: '* In orbit:\n  - Hubble\n  - Kepler\n', title: 'A list in an item of another one' },
  ],
  right: [
    'Telescopes in orbit:\n\n* Hubble\n* Kepler\n',
    {
      text: 'The mirror of the telescope is two metres wide, that of its heir six metres\n- and it is made of beryllium.\n',
      title: 'A wrapped dash',
    },
    { text: 'The dome opens in two steps:\n(1) unlock and (2) turn.\n', title: 'An enumeration within a sentence' },
  ],
  fixes: 'some',
  check(context) {
    for (const paragraph of textsOf(context)) {
      const first = paragraph.node.type === 'paragraph' ? firstItem(paragraph) : undefined
      if (first === undefined) continue
      const line = paragraph.lines[first]!
      const items = paragraph.lines.slice(first)
      const markers = items.map(({ text }) => listMarkerOf(text))
      // A continuation line without indentation would end the list.
      const isClean = markers.every((marker, index) => marker && (index === 0 || follows(marker, markers[index - 1]!)))
      const at = line.offset - line.indent
      // If the last item has a continuation line, docutils reports the indentation of that line.
      const last = paragraph.lines.at(-1)!
      const docutils = context.claim(/^Unexpected indentation\.$/, last.end, context.lines[last.index + 1]?.end ?? last.end)
      context.report({
        offset: line.offset,
        endOffset: line.end,
        message: 'Missing blank line above the list',
        data: { items: markers.filter(Boolean).length },
        ...(docutils ? { docutils } : {}),
        // In a cell, a blank line needs another row of the table's text.
        ...(paragraph.sharesLines
          ? {}
          : {
              fix: {
                title: 'Insert a blank line',
                safe: isClean,
                edits: [{ offset: at, endOffset: at, text: newlineOf(context) }],
              },
            }),
      })
    }
  },
})

/** The index of the first line that was meant as an item of a list. */
function firstItem({ lines, sharesLines }: Text): number | undefined {
  for (let index = 1; index < lines.length; index++) {
    const marker = listMarkerOf(lines[index]!.text)
    if (marker && isMeant(marker, lines, index, sharesLines)) return index
  }
  return undefined
}

function isMeant(marker: ListMarker, lines: readonly ProseLine[], index: number, isInCell: boolean): boolean {
  const before = lines[index - 1]!
  const next = lines[index + 1] && listMarkerOf(lines[index + 1]!.text)
  const continues = next !== undefined && follows(next, marker)
  // If the paragraph itself starts like a list, another rule reports it.
  if (index === 1 && listMarkerOf(before.text) && marker.kind !== 'bullet') return false
  if (marker.kind !== 'bullet' && countsOn(marker, lines[index]!.text)) return false
  if (marker.kind === 'letter') return marker.ordinal === 1 && continues
  if (before.text.endsWith(':')) return marker.kind === 'bullet' || marker.kind === 'auto' || marker.ordinal <= 1 || continues
  if (marker.kind === 'number') return marker.ordinal === 1 && continues
  if (marker.kind === 'auto' || continues) return true
  // A single dash or star may be text that was wrapped, if the line above had no room for it. A cell has little room.
  if (isInCell) return false
  const wasWrapped = before.indent + before.text.length + 1 + marker.text.trim().length > wrapColumn
  return !wasWrapped && marker.format !== '+' && !isFormula(lines[index]!.text) && !isInBrackets(lines, index)
}

/** Whether the next enumerator is in the same line: `(1) unlock and (2) turn` is a sentence. */
function countsOn({ kind, ordinal, format }: ListMarker, text: string): boolean {
  const next = kind === 'letter' ? String.fromCharCode(97 + ordinal) : String(ordinal + 1)
  return format !== '.' && text.toLowerCase().includes(` ${format.replace(')', `${next})`)} `)
}

/** Whether a bracket that was opened above is closed in the line. */
function isInBrackets(lines: readonly ProseLine[], index: number): boolean {
  const above = lines.slice(0, index).map(({ text }) => text)
  return depthOf(above.join(' ')) > 0 && depthOf(lines[index]!.text) < 0
}

/** How many more brackets a text opens than it closes. */
function depthOf(text: string): number {
  return text.split('(').length - text.split(')').length
}

/** Whether a marker precedes a number or bracket: a calculation, or a dash before an amount. */
function isFormula(text: string): boolean {
  return /^[*+-]\s+[\d([]/.test(text)
}
