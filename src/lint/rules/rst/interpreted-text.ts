import { docutilsRule } from './docutils-rule.ts'

export const interpretedText = docutilsRule({
  name: 'rst/interpreted-text',
  severity: 'error',
  what: 'Text in backticks that has two roles, is a role and a link at once, or that its role does not take',
  why: 'docutils cannot tell which of the two was meant.',
  wrong: [{ text: 'Look at :title:`Mars`:strong: today.\n' }],
  right: [{ text: 'Look at :title:`Mars` today.\n' }],
  messages: [
    /^Multiple roles in interpreted text/,
    /^Mismatch: (?:both )?interpreted text role/,
    /^Interpreted text role ".*" not implemented\./,
    /^(?:PEP|RFC) number must be /,
    /^invalid (?:PEP|RFC) number /,
    /^No format \(Writer name\) is associated with this role/,
  ],
  say(match) {
    if (match[0].startsWith('Multiple')) return { message: 'Unexpected second role of a text, expected one' }
    if (match[0].startsWith('Mismatch'))
      return { message: 'Unexpected underscore behind a text with a role, expected a role or a link' }
    return { message: 'Unexpected text for its role, expected one that the role takes' }
  },
})
