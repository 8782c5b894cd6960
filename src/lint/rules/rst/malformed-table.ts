import { docutilsRule, firstLineOf } from './docutils-rule.ts'

export const malformedTable = docutilsRule({
  name: 'rst/malformed-table',
  severity: 'error',
  what: 'A table whose lines do not fit together',
  why: 'docutils shows its source instead of the table.',
  wrong: [{ text: '=====  =====\nName   Year\n=====  =====\nHubble 1990\n=====  =====\n' }],
  right: [{ text: '======  =====\nName    Year\n======  =====\nHubble  1990\n======  =====\n' }],
  messages: [
    /^Malformed table\.\s*([\s\S]*)/,
    /^Malformed table; parse incomplete\.()/,
    /^Table has no rows()/,
    /^Insufficient data supplied ()/,
    /^No bottom table border found()/,
  ],
  say(match, message, context) {
    const { text: _, ...place } = firstLineOf(context, message)
    const reason = match[1]!.trim().replace(/\s+/g, ' ').replace(/\.$/, '')
    return {
      ...place,
      message: `Unexpected form of a table, expected columns and borders in line${reason ? `: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}` : ''}`,
    }
  },
})
