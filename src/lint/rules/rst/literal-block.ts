import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const literalBlock = docutilsRule({
  name: 'rst/literal-block',
  severity: 'error',
  what: 'A `::` without a literal block below it, or a literal block with inconsistent quoting',
  why: '`::` announces a literal block. The block must be indented, or each of its lines must start with the same quoting character.',
  wrong: ['Open the dome::\n\ndome --open\n'],
  right: ['Open the dome::\n\n  dome --open\n'],
  fixes: 'unsafe',
  messages: [/^Literal block expected; none found\./, /^Inconsistent literal block quoting\./],
  say(match, message, context) {
    if (match[0].startsWith('Inconsistent'))
      return {
        ...firstLineOf(context, message),
        message: 'Inconsistent quoting in the literal block; start each line with the same character',
      }
    const { source } = context
    const colons = source.lastIndexOf('::', Math.max(message.endOffset, message.offset + 2))
    const isThere = colons >= 0 && source.slice(colons + 2, Math.max(message.offset, colons + 2)).trim() === ''
    const next = firstLineOf(context, message)
    return {
      ...(isThere ? { offset: colons, endOffset: colons + 2 } : { offset: next.offset, endOffset: next.endOffset }),
      message: `Missing literal block after \`::\`${isThere || next.text === '' ? '' : ` before ${quoted(next.text)}`}; indent the block, or write one colon`,
      fix:
        isThere && /\S/.test(source[colons - 1] ?? '\n')
          ? { title: 'Write one colon', safe: false, edits: [{ offset: colons, endOffset: colons + 1, text: '' }] }
          : undefined,
    }
  },
})
