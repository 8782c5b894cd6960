import { type Context, defineRule } from '../../rule.ts'
import { textsOf } from '../../texts.ts'

/** Admonitions: a second colon is enough to make them from the comment. */
const admonitions = [
  'admonition',
  'attention',
  'caution',
  'danger',
  'error',
  'hint',
  'important',
  'note',
  'seealso',
  'tip',
  'warning',
]
/** Other directives whose names do not begin a comment. The names `title`, `date`, `class` and `todo` could. */
const others = [
  'code',
  'code-block',
  'contents',
  'csv-table',
  'deprecated',
  'figure',
  'image',
  'include',
  'list-table',
  'literalinclude',
  'math',
  'parsed-literal',
  'raw',
  'sourcecode',
  'toctree',
  'versionadded',
  'versionchanged',
]

/** The text after `.. note:` if it is a remark for other writers: several words, the first in lower case, without a full stop. */
const isRemark = /^[ \t]+\p{Ll}\S*\s+\S+\s+\S[\s\S]*(?<![.!?\s])\s*$/u

/** A directive without a space between its dots and its name, which is text. With its content right below, it is a term. */
const directiveInText = /^(\.\.+)([ \t]*)([\w-]+)\s?::(?=\s|$)/

/** Whether a text is meant as a directive. */
export function isMeantAsDirective(text: string, context: Context): boolean {
  const match = directiveInText.exec(text)
  return match !== null && directivesOf(context).includes(match[3]!)
}

function directivesOf(context: Context): string[] {
  return [...admonitions, ...others, ...context.known.directives]
}

export const commentForDirective = defineRule({
  name: 'misread/comment-for-directive',
  severity: 'warning',
  what: 'A comment that is meant as a directive',
  why: 'With one colon, or without the space before the name, it is not a directive. The text is missing on the built page, or the markup is shown.',
  wrong: ['.. note: Mirrors are fragile.\n', { text: '..note::\n\n  Mirrors are fragile.\n', title: 'No space' }],
  right: [
    '.. note:: Mirrors are fragile.\n',
    { text: '.. todo: find a better mirror\n', title: 'A comment' },
    { text: '.. note: nobody reads this page\n', title: 'A remark to other writers' },
  ],
  fixes: 'unsafe',
  check(context) {
    const known = directivesOf(context)
    for (const { node } of context.all('comment')) {
      const { start, end } = node.position
      const match = /^(\.\.[ \t]+([\w-]+))([ \t]?:(?=\s|$)|[ \t]?:{2,}|:(?=\w))/.exec(
        context.source.slice(start.offset, end.offset),
      )
      if (!match || !known.includes(match[2]!)) continue
      const [whole, before, name, colons] = match
      if (
        colons === ':' &&
        admonitions.includes(name!) &&
        isRemark.test(context.source.slice(start.offset + whole.length, end.offset))
      )
        continue
      const isGlued = /^\S/.test(context.source.slice(start.offset + whole.length, start.offset + whole.length + 1))
      const colon = start.offset + before!.length
      context.report({
        offset: start.offset,
        endOffset: start.offset + whole.length,
        message:
          isGlued && colons !== ':'
            ? `Missing space after \`.. ${name}${colons}\`; without it this is a comment`
            : `Comment \`.. ${name}${colons}\` looks like a directive; write \`.. ${name}::\``,
        data: { actual: `${name}${colons}`, expected: `${name}::` },
        fix: {
          title: colons === ':' ? 'Add a colon' : 'Write the directive',
          safe: false,
          edits: [{ offset: colon, endOffset: colon + colons!.length, text: isGlued ? ':: ' : '::' }],
        },
      })
    }
    for (const { node, lines } of textsOf(context)) {
      const [first] = lines
      const isBlock = node.type === 'paragraph' || node.type === 'term'
      const match = first && isBlock && directiveInText.exec(first.text)
      if (!match || !known.includes(match[3]!)) continue
      const [whole, dots, blanks, name] = match
      context.report({
        offset: first.offset,
        endOffset: first.offset + whole.length,
        message: `Text \`${dots}${blanks}${name}::\` looks like a directive; write \`.. ${name}::\``,
        fix: {
          title: dots === '..' ? 'Insert a space' : 'Write two dots',
          safe: false,
          edits: [{ offset: first.offset, endOffset: first.offset + dots!.length + blanks!.length, text: '.. ' }],
        },
      })
    }
  },
})
