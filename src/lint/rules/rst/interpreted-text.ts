import { docutilsRule } from './docutils-rule.ts'

export const interpretedText = docutilsRule({
  name: 'rst/interpreted-text',
  severity: 'error',
  what: 'Text in backticks with two roles, with both a role and a link, or with a text that its role does not accept',
  why: 'docutils shows the text as an error.',
  wrong: ['Look at :title:`Mars`:strong: today.\n'],
  right: ['Look at :title:`Mars` today.\n'],
  messages: [
    /^Multiple roles in interpreted text/,
    /^Mismatch: (?:both )?interpreted text role/,
    /^Interpreted text role ".*" not implemented\./,
    /^(?:PEP|RFC) number must be /,
    /^invalid (?:PEP|RFC) number /,
    /^No format \(Writer name\) is associated with this role/,
  ],
  say(match) {
    if (match[0].startsWith('Multiple')) return { message: 'Two roles on one text; keep one of them' }
    if (match[0].startsWith('Mismatch')) return { message: 'Text has both a role and a trailing underscore; keep one of them' }
    return { message: 'Invalid text for its role' }
  },
})
