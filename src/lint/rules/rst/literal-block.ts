import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const literalBlock = docutilsRule({
  name: 'rst/literal-block',
  severity: 'error',
  what: 'Two colons without a literal block below them, or one whose quoting changes',
  why: 'Two colons announce text that is taken literally; it must be indented, or each of its lines must begin with the same sign.',
  wrong: [{ text: 'Open the dome::\n\ndome --open\n' }],
  right: [{ text: 'Open the dome::\n\n  dome --open\n' }],
  fixes: 'unsafe',
  messages: [/^Literal block expected; none found\./, /^Inconsistent literal block quoting\./],
  say(match, message, context) {
    if (match[0].startsWith('Inconsistent'))
      return {
        ...firstLineOf(context, message),
        message: 'Unexpected change of the sign before the lines of a literal block, expected the same one',
      }
    const { source } = context
    const colons = source.lastIndexOf('::', Math.max(message.endOffset, message.offset + 2))
    const isThere = colons >= 0 && source.slice(colons + 2, Math.max(message.offset, colons + 2)).trim() === ''
    const next = firstLineOf(context, message)
    return {
      ...(isThere ? { offset: colons, endOffset: colons + 2 } : { offset: next.offset, endOffset: next.endOffset }),
      message: `Unexpected \`::\` without a literal block${isThere ? '' : ` above ${quoted(next.text)}`}, expected an indented block below it, or one colon`,
      fix:
        isThere && /\S/.test(source[colons - 1] ?? '\n')
          ? { title: 'Write one colon', safe: false, edits: [{ offset: colons, endOffset: colons + 1, text: '' }] }
          : undefined,
    }
  },
})
