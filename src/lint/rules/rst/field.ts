import { docutilsRule, firstLineOf } from './docutils-rule.ts'

export const field = docutilsRule({
  name: 'rst/field',
  severity: 'error',
  what: 'A bibliographic field that docutils cannot read',
  why: 'Fields such as `Date` and `Author` directly below the title describe the document. Each may occur once and holds one paragraph.',
  wrong: ['Orbit\n=====\n\n:Date:\n\n  * today\n  * tomorrow\n\nHubble.\n'],
  right: ['Orbit\n=====\n\n:Date: today\n\nHubble.\n'],
  messages: [
    /^Cannot extract (?:empty |compound )?bibliographic field "(.*?)"/s,
    /^There can only be one "(.*?)" field\./s,
    /^Cannot extract "(.*?)" from bibliographic field/s,
    /^Bibliographic field "(.*?)" (?:incompatible with extraction|must contain)/s,
  ],
  say(match, message, context) {
    const { text: _, ...place } = firstLineOf(context, message)
    return { ...place, message: `Invalid bibliographic field \`${match[1]}\`; use it once, with a single paragraph` }
  },
})
