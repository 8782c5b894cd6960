import { docutilsRule, quoted } from './docutils-rule.ts'

const names: Record<string, string> = {
  emphasis: 'emphasis',
  strong: 'strong emphasis',
  literal: 'a literal',
  'interpreted text or phrase reference': 'a role or link',
  substitution_reference: 'a substitution',
  target: 'a target',
  'internal target': 'a target',
}

export const inlineStart = docutilsRule({
  name: 'rst/inline-start',
  severity: 'error',
  what: 'Inline markup that begins and does not end',
  why: 'The page shows the star or backtick, marked as an error. A sign that is meant as itself wants a backslash.',
  wrong: [{ text: 'The *Hubble telescope looks up.\n' }],
  right: [{ text: 'The *Hubble* telescope looks at \\*.\n' }],
  fixes: 'unsafe',
  messages: [/^Inline (.+) start-string without end-string\./],
  say(match, message, context) {
    const start = context.source.slice(message.offset, Math.min(message.endOffset, message.offset + 20)).trim()
    return {
      message: `Unexpected ${quoted(start)} that begins ${names[match[1]!] ?? match[1]}, expected its end, or a backslash before it`,
      fix: {
        title: 'Insert a backslash',
        safe: false,
        edits: [{ offset: message.offset, endOffset: message.offset, text: '\\' }],
      },
    }
  },
})
