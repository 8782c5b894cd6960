import { docutilsRule, firstLineOf, quoted } from './docutils-rule.ts'

export const directiveContent = docutilsRule({
  name: 'rst/directive-content',
  severity: 'error',
  what: 'A directive without the content that it needs, or with content that it does not accept',
  why: 'docutils drops the directive and shows its source as an error. Indent the content as far as the name of the directive.',
  wrong: ['.. note::\n\nMirrors are fragile.\n'],
  right: ['.. note::\n\n   Mirrors are fragile.\n'],
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
    /^(?:Graphviz directive cannot have both content|Ignoring "graphviz" directive without content)/,
    /^(glossary)(?: seems to be| terms? must) /,
    /^invalid \w+ (index) entry '(.*)'/s,
    /^Figure caption must be a paragraph or empty comment\./,
  ],
  say(match, message, context) {
    const { text: _, ...place } = firstLineOf(context, message)
    const shape = match[0]
    const name = quoted(match[1] ?? (/graphviz/i.test(shape) ? 'graphviz' : 'figure'))
    if (match[1] === 'glossary') return { ...place, message: glossaryWords(message.message) }
    if (match[1] === 'index')
      return { ...place, message: `Invalid index entry ${quoted(match[2]!)}; it needs more parts, with \`;\` between them` }
    if (shape.includes('both content')) return { ...place, message: `Directive ${name} takes a file or content, not both` }
    if (shape.startsWith('Ignoring'))
      return { ...place, message: `Missing content of the directive ${name}; indent it below the directive` }
    if (shape.includes('may not be used'))
      return { ...place, message: `Misplaced directive ${name}; move it out of the element around it` }
    if (shape.includes('not a list')) return { ...place, message: `Content of ${name} is not a list` }
    if (shape.includes('no content')) return { ...place, message: `Directive ${name} takes no content` }
    if (/none found|required|requires/.test(shape))
      return { ...place, message: `Missing content of the directive ${name}; indent it below the directive` }
    return { ...place, message: `Invalid content of the directive ${name}` }
  },
})

function glossaryWords(said: string): string {
  if (said.includes('empty lines'))
    return 'Blank line between glossary terms; terms that share a definition stand directly below each other'
  if (said.includes('preceded')) return 'Missing blank line before a glossary term'
  return 'Glossary begins with an indented line; a term belongs in front of its definition'
}
