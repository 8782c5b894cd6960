import type { Document } from '../../rule.ts'
import { docutilsRule, quoted } from './docutils-rule.ts'

export const unknownTarget = docutilsRule({
  name: 'rst/unknown-target',
  severity: 'error',
  what: 'A link, footnote or citation whose target does not exist',
  why: 'It leads nowhere, and docutils shows it as an error.',
  wrong: ['See `Hubbel`_.\n\n.. _Hubble: https://example.org/hubble\n'],
  right: ['See `Hubble`_.\n\n.. _Hubble: https://example.org/hubble\n'],
  fixes: 'unsafe',
  messages: [/^Unknown target name: "(.*)"\./s, /^Indirect hyperlink target .*? refers to target "(.*)", which /s],
  say(match, message, context) {
    const name = match[1]!
    const near = context.nearest(name, () => context.remember(namesOf).filter((known) => known !== name.toLowerCase()))
    const source = context.source.slice(message.offset, message.endOffset)
    const at = source.toLowerCase().indexOf(name.toLowerCase())
    return {
      message: `Unknown target ${quoted(name)}${near ? `; did you mean ${quoted(near)}?` : ''}`,
      data: { actual: name, ...(near ? { expected: near } : {}) },
      fix:
        near && at >= 0 && (source.startsWith('`') || /^[\p{L}\p{N}-]+$/u.test(near))
          ? {
              title: `Write ${quoted(near)}`,
              safe: false,
              edits: [{ offset: message.offset + at, endOffset: message.offset + at + name.length, text: near }],
            }
          : undefined,
    }
  },
})

function namesOf(document: Document): string[] {
  return document
    .all('target', 'section', 'footnote', 'citation')
    .flatMap(({ node }) => (Array.isArray(node.attributes.names) ? (node.attributes.names as string[]) : []))
}
