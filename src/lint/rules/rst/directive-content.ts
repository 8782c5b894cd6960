import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const directiveContent = docutilsRule({
  name: 'rst/directive-content',
  severity: 'error',
  what: 'A directive without the content that it needs, or with content that it does not accept',
  why: 'docutils drops the directive and shows its source as an error. Indent the content as far as the name of the directive.',
  wrong: [{ text: '.. note::\n\nMirrors are fragile.\n' }],
  right: [{ text: '.. note::\n\n   Mirrors are fragile.\n' }],
  messages: [
    /^Content block expected for the "([^"]*)" directive; none found\./,
    /^The "([^"]*)" directive (?:is empty; content required|requires content; none supplied)\./,
    /^Error in "([^"]*)" directive:\s+no content permitted/s,
    /^Error parsing content block for the "([^"]*)" directive/,
    /^Error in "([^"]*)" directive: may contain a single paragraph only/,
    /^Error with CSV data in "([^"]*)" directive/,
    /^The "([^"]*)" directive may not be used within/,
    /^No suitable element following "([^"]*)" directive/,
    /^\.\. (acks|hlist) content is not a list/,
    /^Figure caption must be a paragraph or empty comment\./,
  ],
  say(match, message, context) {
    const { text: _, ...place } = firstLineOf(context, message)
    const name = quoted(match[1] ?? 'figure')
    const shape = match[0]
    if (shape.includes('may not be used'))
      return { ...place, message: `Misplaced directive ${name}; move it out of the element around it` }
    if (shape.includes('not a list')) return { ...place, message: `Content of ${name} is not a list` }
    if (shape.includes('no content')) return { ...place, message: `Directive ${name} takes no content` }
    if (/none found|required|requires/.test(shape))
      return { ...place, message: `Missing content of the directive ${name}; indent it below the directive` }
    return { ...place, message: `Invalid content of the directive ${name}` }
  },
})
