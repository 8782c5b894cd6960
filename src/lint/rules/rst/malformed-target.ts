import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const malformedTarget = docutilsRule({
  name: 'rst/malformed-target',
  severity: 'error',
  what: 'A target without the colon after its name',
  why: 'Without a colon and a space after the name, the line is a comment, and links to the target fail.',
  wrong: ['.. _Hubble https://example.org/hubble\n'],
  right: ['.. _Hubble: https://example.org/hubble\n'],
  fixes: 'unsafe',
  messages: [/^malformed hyperlink target\./],
  say(_match, message, context) {
    const { text, ...place } = firstLineOf(context, message)
    const name = /^(?:\.\. +)?_(?:`[^`]*`|[^\s:]+)/.exec(text)
    const colon = name && place.offset + name[0].length
    const isClear = name && /^\s+\S+$/.test(text.slice(name[0].length))
    return {
      ...place,
      message: `Malformed target ${quoted(text)}; write \`.. _name: URL\``,
      fix: isClear
        ? { title: 'Insert a colon', safe: false, edits: [{ offset: colon!, endOffset: colon!, text: ':' }] }
        : undefined,
    }
  },
})
