import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const unexpectedIndentation = docutilsRule({
  name: 'rst/unexpected-indentation',
  severity: 'error',
  what: 'A line that is indented more than the paragraph above it',
  why: 'docutils ends the paragraph there and starts a block quote. Usually a blank line is missing, or the indentation is a mistake.',
  wrong: ['Hubble and\nKepler\n  look up.\n'],
  right: ['Hubble and\nKepler\nlook up.\n'],
  fixes: 'unsafe',
  messages: [/^Unexpected indentation\./],
  say(_match, message, context) {
    const { text, ...place } = firstLineOf(context, message)
    const first = context.lineAt(place.offset)
    const indentOf = (at: number) => {
      const line = context.lines[at]
      return line && line.text.trim() !== '' ? line.text.length - line.text.trimStart().length : -1
    }
    const [indent, wanted] = [indentOf(first), indentOf(first - 1)]
    const edits = []
    // The fix also moves the indented lines below.
    for (let at = first; indentOf(at) >= indent && wanted >= 0; at++) {
      const { offset } = context.lines[at]!
      edits.push({ offset: offset + wanted, endOffset: offset + indent, text: '' })
    }
    return {
      ...place,
      message: `Unexpected indentation of ${quoted(text)}; align it with the line above, or add a blank line between them`,
      fix: edits.length > 0 && wanted < indent ? { title: 'Remove the indentation', safe: false, edits } : undefined,
    }
  },
})
