import { withoutEnd } from '../../../text/index.ts'
import { defineRule, type Finding } from '../../rule.ts'

/** What cannot be a URL, wherever it stands outside of literals. */
const slips: readonly { pattern: RegExp; message(text: string): string }[] = [
  {
    pattern: /(?<![\w:/.@+-])h?https?:\/\/https?(?::?\/\/)[^\s<>`]*/gi,
    message: () => 'URL with two beginnings; remove one of them',
  },
  {
    pattern: /(?<![\w:/.@+-])(?!https?:|ftps?:|sftp:|tftp:)(?=[a-z]*tp)[hftps]{3,8}:\/\/\w[^\s<>`]*/gi,
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
  {
    pattern: /(?<=`[^`<>]*<)https?:\/\/[^\s<>`]+[ \t][^<>`]*(?=>`_)/gi,
    message: () => 'Space in a URL; docutils removes it, so write `%20` if it is intended',
  },
  {
    pattern: /(?<=`[^`<>]*<)https?:\/\/[^\s<>`]+[,;](?=>`_)/gi,
    message: (text) => `Punctuation \`${text.at(-1)}\` at the end of a URL; it belongs after the link`,
  },
  {
    pattern: /(?<=^[ \t]*\.\. _[^\n]*: )https?:\/\/[^\s<>`]+[,;](?=[ \t]*$)/gim,
    message: (text) => `Punctuation \`${text.at(-1)}\` at the end of a URL; remove it`,
  },
]

/** URLs in angle brackets or of a target: all of it is the URL, a bracket at its end too. */
const whole = /(?<=`[^`<>]*<|^[ \t]*\.\. _[^\n]*: )https?:\/\/[^\s<>`]+(?=>`_|[ \t]*$)/gim

export const badUrl = defineRule({
  name: 'link/bad-url',
  severity: 'warning',
  what: 'An invalid URL',
  why: 'The link does not work, and neither docutils nor Sphinx reports it. Its scheme is misspelled or doubled, a slash is missing, or it contains a space or punctuation of the sentence.',
  wrong: [
    { text: 'See `the plan <http:/example.org/plan>`__.\n' },
    { text: '.. _plan: htps://example.org/plan\n', title: 'The scheme' },
    { text: 'See `the plan <https://example.org/plan,>`__ of it.\n', title: 'A comma of the sentence' },
    { text: 'See `the plan <https://example.org/plan)>`__.\n', title: 'A bracket of the sentence' },
  ],
  right: [
    { text: 'See `the plan <https://example.org/plan>`__, and https://example.org/plan_(new).\n' },
    { text: 'The archive has https://example.org/web/2016/http://example.com/.\n' },
  ],
  fixes: 'unsafe',
  check(context) {
    const seen: [number, number][] = []
    const report = (offset: number, text: string, message: string, fix?: Finding['fix']) => {
      const endOffset = offset + text.length
      if (context.isLiteral(offset) || seen.some(([from, to]) => offset < to && endOffset > from)) return
      seen.push([offset, endOffset])
      context.report({ offset, endOffset, message, fix })
    }
    for (const { pattern, message } of slips) {
      for (const { 0: match, index } of context.source.matchAll(pattern)) {
        // Behind bare text stands what belongs to the sentence.
        const text = withoutEnd(match, '.!?:')
        report(index, text, message(text), fixOf(text, index))
      }
    }
    for (const { 0: text, index } of context.source.matchAll(whole)) {
      const bracket = text.at(-1)!
      const open = { ')': '(', ']': '[', '}': '{' }[bracket]
      if (!open || text.split(bracket).length <= text.split(open).length) continue
      report(index, text, `Bracket \`${bracket}\` at the end of a URL has no opening bracket`, {
        title: 'Remove the bracket',
        safe: false,
        edits: [{ offset: index + text.length - 1, endOffset: index + text.length, text: '' }],
      })
    }
  },
})

/** Mends the beginning, where there is only one that can be meant. */
function fixOf(text: string, offset: number): Finding['fix'] {
  const begin = /^(h?https?):\/\/(?=https?:\/\/)|^(?:https?)(?::\/|\/\/|;\/\/|::\/\/|:\/\/\/)(?!\/)/i.exec(text)
  if (!begin || (/^https?:\/\//i.test(begin[0]) && !begin[1] && !begin[0].endsWith('///'))) return undefined
  const scheme = /^https?/i.exec(text)?.[0] ?? 'https'
  const edit = { offset, endOffset: offset + begin[0].length, text: begin[1] ? '' : `${scheme}://` }
  return { title: 'Correct the beginning', safe: false, edits: [edit] }
}
