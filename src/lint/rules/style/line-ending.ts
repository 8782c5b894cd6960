import { defineRule } from '../../rule.ts'

const names: Record<string, string> = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' }
const endings: Record<string, string> = { lf: '\n', crlf: '\r\n' }

export const lineEnding = defineRule({
  name: 'style/line-ending',
  severity: 'warning',
  what: 'Lines whose ending differs from the other lines',
  why: 'Some tools then show changes where there are none.',
  wrong: ['Telescopes\nlook up\r\nat night.\n'],
  right: ['Telescopes\nlook up\nat night.\n'],
  options: {
    ending: {
      type: 'string',
      values: ['consistent', 'lf', 'crlf'],
      default: 'consistent',
      description: 'The line ending; `consistent` means the most frequent one in the file',
    },
  },
  fixes: 'safe',
  check(context) {
    // Most documents have one kind of line ending.
    if (context.options.ending !== 'crlf' && !context.source.includes('\r')) return
    const { lines } = context
    const wanted = endings[context.options.ending] ?? mostOf(lines.map((line) => line.ending).filter(Boolean))
    if (wanted === undefined) return
    for (let first = 0; first < lines.length; first++) {
      const isWrong = (index: number) => Boolean(lines[index]?.ending) && lines[index]!.ending !== wanted
      if (!isWrong(first)) continue
      let last = first
      while (isWrong(last + 1)) last++
      const wrong = lines.slice(first, last + 1)
      context.report({
        offset: lines[first]!.end,
        endOffset: lines[last]!.next,
        message: `Inconsistent line ending ${names[lines[first]!.ending]}${wrong.length === 1 ? '' : ` on ${wrong.length} lines`}; use ${names[wanted]}`,
        fix: {
          title: `Use ${names[wanted]}`,
          safe: true,
          edits: wrong.map((line) => ({ offset: line.end, endOffset: line.next, text: wanted })),
        },
      })
      first = last
    }
  },
})

/** The most frequent value; the first one of equally frequent values. */
function mostOf(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce<[string, number] | undefined>(
    (best, entry) => (best && best[1] >= entry[1] ? best : entry),
    undefined,
  )?.[0]
}
