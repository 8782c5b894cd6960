import { listMarkerOf, newlineOf } from '../../prose.ts'
import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const blankLine = docutilsRule({
  name: 'rst/blank-line',
  severity: 'error',
  what: 'A list, quotation, comment, directive or table that ends without a blank line',
  why: 'docutils ends it there, though the next line may have been meant to belong to it.',
  wrong: [
    { text: '* Hubble and\nKepler\n', title: 'Meant to be indented' },
    { text: '.. note:: Mirrors are fragile.\nHandle with care.\n' },
  ],
  right: [{ text: '* Hubble and\n  Kepler\n' }, { text: '.. note:: Mirrors are fragile.\n\nHandle with care.\n' }],
  fixes: 'some',
  messages: [/^(.*) ends without a blank line(?:; unexpected unindent)?\./, /^Blank line required after (table)\./],
  say(match, message, context) {
    const { text, ...place } = firstLineOf(context, message)
    const line = context.lines[context.lineAt(place.offset)]
    const what = match[1]!.toLowerCase()
    // What begins something new was not meant to go on with what is above.
    const isNew = listMarkerOf(text) !== undefined || /^(?:\.\. |__ |:[\w ]+:(?:\s|$))/.test(text)
    return {
      ...place,
      message: `Unexpected ${quoted(text)} right under the ${what}, expected a blank line, or the indentation of the ${what}`,
      fix:
        line && text !== ''
          ? {
              title: 'Insert a blank line',
              safe: isNew,
              edits: [{ offset: line.offset, endOffset: line.offset, text: newlineOf(context) }],
            }
          : undefined,
    }
  },
})
