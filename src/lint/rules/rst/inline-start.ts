import { docutilsRule, quoted } from './docutils-rule.ts'

const names: Record<string, string> = {
  emphasis: 'emphasis',
  strong: 'strong emphasis',
  literal: 'inline literal',
  'interpreted text or phrase reference': 'role or link',
  substitution_reference: 'substitution reference',
  target: 'target',
  'internal target': 'target',
}

export const inlineStart = docutilsRule({
  name: 'rst/inline-start',
  severity: 'error',
  what: 'Inline markup without its end',
  why: 'docutils shows the opening character as an error. Put a backslash before a character that is meant literally.',
  wrong: ['The *Hubble telescope looks up.\n'],
  right: ['The *Hubble* telescope looks at \\*.\n'],
  fixes: 'unsafe',
  messages: [/^Inline (.+) start-string without end-string\./],
  say(match, message, context) {
    const glued = gluedRole(context.source, message.offset)
    if (glued) return glued
    const start = context.source.slice(message.offset, Math.min(message.endOffset, message.offset + 20)).trim()
    return {
      message: `Unclosed ${names[match[1]!] ?? match[1]} at ${quoted(start)}; close it, or put a backslash before it`,
      fix: {
        title: 'Insert a backslash',
        safe: false,
        edits: [{ offset: message.offset, endOffset: message.offset, text: '\\' }],
      },
    }
  },
})

/** A role that docutils does not recognize, because a letter follows its closing backtick. */
function gluedRole(source: string, offset: number) {
  const role = /:[\w.+:-]{1,58}:$/.exec(source.slice(Math.max(0, offset - 60), offset))?.[0]
  const text = role && /^`[^`\r\n]+`(?=[\p{L}\p{N}])/u.exec(source.slice(offset, offset + 200))?.[0]
  if (!text) return undefined
  const end = offset + text.length
  return {
    offset: offset - role.length,
    endOffset: end,
    message: `Missing space after the text of the role \`${role}\``,
    fix: { title: 'Insert an escaped space', safe: false, edits: [{ offset: end, endOffset: end, text: '\\ ' }] },
  }
}
