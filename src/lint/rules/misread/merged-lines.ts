import { paragraphsOf } from '../../prose.ts'
import { defineRule } from '../../rule.ts'
import type { ProseLine, Text } from '../../texts.ts'

const url = /^<?[a-z][a-z0-9+.-]*:\/\/[^\s`<>]+>?[,;]?$/i
/** `cinder: done`, `nova: https://…`: a name without spaces and a short value. */
const pair = /^[\w./-]+: +(?:[^\s`]*[^\s`:]|N\/A|[^\s`]+ \([^)`]*\)|(?:[a-z][a-z0-9+.-]*:\/\/\S+(?: +|$))+)$/i
const name = /^[a-z][\w.-]*[\w]$/i

export const mergedLines = defineRule({
  name: 'misread/merged-lines',
  severity: 'warning',
  what: 'Lines of URLs, names or `key: value` that are joined',
  why: 'Consecutive lines are one paragraph, so the built page shows all entries in one line.',
  wrong: ['hubble: done\nkepler: planned\n', 'https://example.org/hubble\nhttps://example.org/kepler\n'],
  right: ['* hubble: done\n* kepler: planned\n', 'The plan of the telescope is at\nhttps://example.org/kepler\n'],
  fixes: 'unsafe',
  check(context) {
    for (const text of paragraphsOf(context)) {
      const { lines, parents } = text
      if (isHeader(text)) continue
      // A label above the entries is reported by `misread/label-glued`.
      const from = lines.length > 2 && /:$/.test(lines[0]!.text) && !isEntry(lines[0]!) ? 1 : 0
      const entries = lines.slice(from)
      const isNames = from === 0 && entries.length > 2 && entries.every(({ text }) => name.test(text))
      if (!isNames && (entries.length < 2 || !entries.every(isEntry))) continue
      const first = entries[0]!
      const isPlain = parents.at(-1)?.type === 'section' || parents.at(-1)?.type === 'document'
      context.report({
        offset: first.offset,
        endOffset: entries.at(-1)!.end,
        message: `Paragraph joins ${entries.length} lines; use a list`,
        fix:
          from === 0 && isPlain
            ? {
                title: 'Make a list',
                safe: false,
                edits: entries.map((line) => ({ offset: line.offset, endOffset: line.offset, text: '* ' })),
              }
            : undefined,
      })
    }
  },
})

/** Whether a paragraph is a header like that of a mail, before the first title. Tools read it there. */
function isHeader({ lines, parents }: Text): boolean {
  return parents.at(-1)?.type === 'document' && lines.every(({ text }) => /^[A-Z][\w-]*:/.test(text)) && lines.length > 2
}

function isEntry({ text }: ProseLine): boolean {
  return url.test(text) || pair.test(text)
}
