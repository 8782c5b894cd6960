import type { SourceLine } from '../../../text/index.ts'
import { listMarkerOf, newlineOf } from '../../prose.ts'
import type { Context } from '../../rule.ts'
import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const blankLine = docutilsRule({
  name: 'rst/blank-line',
  severity: 'error',
  what: 'A list, block quote, comment, directive or table without a blank line after it',
  why: 'docutils ends the block there, but the next line may be meant as part of it.',
  wrong: [
    { text: '* Hubble and\nKepler\n', title: 'Meant to be indented' },
    '.. note:: Mirrors are fragile.\nHandle with care.\n',
  ],
  right: ['* Hubble and\n  Kepler\n', '.. note:: Mirrors are fragile.\n\nHandle with care.\n'],
  fixes: 'some',
  messages: [/^(.*) ends without a blank line(?:; unexpected unindent)?\./, /^Blank line required after (table)\./],
  say(match, message, context) {
    const { text, ...place } = firstLineOf(context, message)
    const line = context.lines[context.lineAt(place.offset)]
    const what = match[1]!.toLowerCase().replace('explicit markup', '`..` block')
    // A line that starts a new block does not continue the one above.
    const isNew = listMarkerOf(text) !== undefined || /^(?:\.\. |__ |:[\w ]+:(?:\s|$))/.test(text)
    const indent = /^(?:bullet|enumerated) list$/.test(what) && /^\p{Ll}/u.test(text) ? missingIndent(context, place.offset) : 0
    return {
      ...place,
      message: `Missing blank line after the ${what}${text === '' || what === 'table' ? '' : `; add one, or indent ${quoted(text)} to continue it`}`,
      fix: !line || text === '' ? undefined : indent > 0 ? indentation(place.offset, indent) : insertion(line, isNew, context),
    }
  },
})

/** A line that starts with a lower-case letter continues the item above it. */
function indentation(offset: number, indent: number) {
  return { title: 'Indent the line', safe: false, edits: [{ offset, endOffset: offset, text: ' '.repeat(indent) }] }
}

function insertion(line: SourceLine, safe: boolean, context: Context) {
  return {
    title: 'Insert a blank line',
    safe,
    edits: [{ offset: line.offset, endOffset: line.offset, text: newlineOf(context) }],
  }
}

/** The indentation that aligns a line with the text of the item above it. */
function missingIndent(context: Context, offset: number): number {
  const index = context.lineAt(offset)
  const column = offset - context.lines[index]!.offset
  for (let at = index - 1; at >= 0 && context.lines[at]!.text.trim() !== ''; at--) {
    const { text } = context.lines[at]!
    const marker = listMarkerOf(text.trimStart())
    if (marker && text.length - text.trimStart().length === column) return marker.text.length
  }
  return 0
}
