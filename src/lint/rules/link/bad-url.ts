import { appendAll, indexFrom, withoutEnd } from '../../../text/index.ts'
import { type Context, defineRule, type Finding } from '../../rule.ts'

/** Patterns of invalid URLs, which are reported everywhere except in literals. */
const slips: readonly { pattern: RegExp; message(text: string): string }[] = [
  {
    pattern: /(?<![\w:/.@+-])h?https?:\/\/https?(?::?\/\/)[^\s<>`]*/gi,
    message: () => 'URL with two beginnings; remove one of them',
  },
  {
    // What nearly no word fulfils is asked first.
    pattern: /(?<![\w:/.@+-])(?=[hftps]{3,8}:\/\/)(?!https?:|ftps?:|sftp:|tftp:)(?=[a-z]*tp)[hftps]{3,8}:\/\/\w[^\s<>`]*/gi,
    message: (text) => `Unknown URL scheme \`${text.split('://')[0]}\``,
  },
  {
    pattern: /(?<![\w:/.@+-])https?:\/(?!\/)(?:[\w-]+\.)+[a-z][^\s<>`]*/gi,
    message: () => 'Missing slash after the scheme of a URL',
  },
  {
    pattern: /(?<![\w:/.@+-])https?(?:\/\/|;\/\/|::\/\/|:\/\/\/)(?=(?:[\w-]+\.)+[a-z])[^\s<>`]+/gi,
    message: () => 'Malformed beginning of a URL; write `://`',
  },
  {
    pattern: /(?<![\w:/.@+-])https?:\/\/[\w-][\w.-]*(?<!\.)\.\.(?!\.)[\w-][^\s<>`]*/gi,
    message: () => 'Two dots in the host of a URL',
  },
]

/** A URL with a correct scheme, up to the first character that no URL contains. */
const url = /https?:\/\/[^\s<>`]+/gi

/** The text between a URL and the closing angle bracket. */
const untilBracket = /[^<>`]*/y

/** The error in a URL in angle brackets or of a target, where its end is known; `undefined` if there is none. */
function slipOf(
  context: Context,
  offset: number,
  text: string,
): { text: string; message: string; fix?: Finding['fix'] } | undefined {
  const end = offset + text.length
  const isEmbedded = isInBrackets(context.source, offset)
  if (isEmbedded) {
    untilBracket.lastIndex = end
    const [rest] = untilBracket.exec(context.source)!
    if (!context.source.startsWith('>`_', end + rest.length)) return undefined
    // A URL may go on in the next line. In the cell of a table, the border follows a space.
    if (/^[ \t]/.test(rest) && !rest.includes('\n'))
      return { text: text + rest, message: 'Space in a URL; docutils removes it, so write `%20` if it is intended' }
    if (rest !== '') return undefined
  } else if (!isOfTarget(context, offset, end)) return undefined
  const last = text.at(-1)!
  if (last === ',' || last === ';') {
    const remedy = isEmbedded ? 'it belongs after the link' : 'remove it'
    return { text, message: `Punctuation \`${last}\` at the end of a URL; ${remedy}` }
  }
  const open = { ')': '(', ']': '[', '}': '{' }[last]
  if (!open || text.split(last).length <= text.split(open).length) return undefined
  return {
    text,
    message: `Bracket \`${last}\` at the end of a URL has no opening bracket`,
    fix: { title: 'Remove the bracket', safe: false, edits: [{ offset: end - 1, endOffset: end, text: '' }] },
  }
}

/** Whether an offset is directly after the `<` of `` `text <URL>`_ ``. */
function isInBrackets(source: string, offset: number): boolean {
  if (source[offset - 1] !== '<') return false
  let at = offset - 2
  while (at >= 0 && source[at] !== '`' && source[at] !== '<' && source[at] !== '>') at--
  return source[at] === '`'
}

/** Whether a text is everything after the colon of a target (`.. _name: URL`). */
function isOfTarget(context: Context, offset: number, end: number): boolean {
  const { source } = context
  if (source[offset - 1] !== ' ' || source[offset - 2] !== ':') return false
  const line = context.lines[context.lineAt(offset)]!
  return source.slice(end, line.end).trim() === '' && /^[ \t]*\.\. _/.test(line.text)
}

export const badUrl = defineRule({
  name: 'link/bad-url',
  severity: 'warning',
  what: 'An invalid URL',
  why: 'The link does not work, and neither docutils nor Sphinx reports it. Its scheme is misspelled or doubled, a slash is missing, or it contains a space or punctuation of the sentence.',
  wrong: [
    'See `the plan <http:/example.org/plan>`__.\n',
    { text: '.. _plan: htps://example.org/plan\n', title: 'The scheme' },
    { text: 'See `the plan <https://example.org/plan,>`__ of it.\n', title: 'A comma of the sentence' },
    { text: 'See `the plan <https://example.org/plan)>`__.\n', title: 'A bracket of the sentence' },
  ],
  right: [
    'See `the plan <https://example.org/plan>`__, and https://example.org/plan_(new).\n',
    'The archive has https://example.org/web/2016/http://example.com/.\n',
  ],
  fixes: 'unsafe',
  check(context) {
    const seen: { offset: number; endOffset: number }[] = []
    const report = (offset: number, { text, message, fix }: NonNullable<ReturnType<typeof slipOf>>) => {
      const endOffset = offset + text.length
      const before = seen[indexFrom(seen, endOffset) - 1]
      if (context.isLiteral(offset) || (before && before.endOffset > offset)) return undefined
      context.report({ offset, endOffset, message, fix })
      return { offset, endOffset }
    }
    // Findings of different patterns may overlap; those of an earlier pattern take precedence.
    for (const { pattern, message } of slips) {
      const found = [...context.source.matchAll(pattern)].flatMap(({ 0: match, index }) => {
        // Punctuation after a URL in plain text belongs to the sentence.
        const text = withoutEnd(match, '.!?:')
        return report(index, { text, message: message(text), fix: fixOf(text, index) }) ?? []
      })
      appendAll(seen, found)
      seen.sort((a, b) => a.offset - b.offset)
    }
    for (const { 0: text, index } of context.source.matchAll(url)) {
      const slip = slipOf(context, index, text)
      if (slip) report(index, slip)
    }
  },
})

/** The fix of a wrong scheme or of its slashes; `undefined` if the intended form is unclear. */
function fixOf(text: string, offset: number): Finding['fix'] {
  const begin = /^(h?https?):\/\/(?=https?:\/\/)|^(?:https?)(?::\/|\/\/|;\/\/|::\/\/|:\/\/\/)(?!\/)/i.exec(text)
  if (!begin || (/^https?:\/\//i.test(begin[0]) && !begin[1] && !begin[0].endsWith('///'))) return undefined
  const scheme = /^https?/i.exec(text)?.[0] ?? 'https'
  const edit = { offset, endOffset: offset + begin[0].length, text: begin[1] ? '' : `${scheme}://` }
  return { title: 'Correct the beginning', safe: false, edits: [edit] }
}
