import { realignTable } from '../../../rst/index.ts'
import { oneLine } from '../../../text/index.ts'
import type { Context, Finding, ParserMessage } from '../../rule.ts'
import { tableEdits, tableLines } from '../../tables.ts'
import { docutilsRule, firstLineOf } from './docutils-rule.ts'

export const malformedTable = docutilsRule({
  name: 'rst/malformed-table',
  severity: 'error',
  what: 'A table whose columns and borders do not line up',
  why: 'docutils shows its source instead of the table.',
  wrong: ['=====  =====\nName   Year\n=====  =====\nHubble 1990\n=====  =====\n'],
  right: ['======  =====\nName    Year\n======  =====\nHubble  1990\n======  =====\n'],
  fixes: 'safe',
  messages: [
    /^Malformed table\.\s*([\s\S]*)/,
    /^Malformed table; parse incomplete\.()/,
    /^(Table has no rows)/,
    /^(Insufficient data supplied) /,
    /^(No bottom table border found)/,
  ],
  say(match, message, context) {
    const { text: _, ...place } = firstLineOf(context, faultyLine(context, message))
    const reason = oneLine(match[1]!).replace(/\.$/, '')
    return {
      ...place,
      message: `Malformed table: ${reason ? `${reason.charAt(0).toLowerCase()}${reason.slice(1)}` : 'columns and borders do not line up'}`,
      fix: alignment(context, message),
    }
  },
})

/** The message, but starting at the line of the table that docutils names. */
function faultyLine({ lines }: Context, message: ParserMessage): ParserMessage {
  const at = (message.line ?? 0) - 1
  const isRow = at > message.firstLine && at <= message.lastLine
  return isRow ? { ...message, offset: lines[at]!.offset } : message
}

/** The fix that realigns the table; `undefined` if the content of a cell is unclear. */
function alignment(context: Context, message: ParserMessage): Finding['fix'] {
  const table = tableLines(context, message.offset, message.endOffset)
  const aligned = table && realignTable(table.lines.map((line) => line.text.slice(table.indent)))
  return aligned && { title: 'Align the table', safe: true, edits: tableEdits(table, aligned) }
}
