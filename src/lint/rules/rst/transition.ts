import { docutilsRule, firstLineOf } from './docutils-rule.ts'

export const transition = docutilsRule({
  name: 'rst/transition',
  severity: 'error',
  what: 'A transition at the start or end of a document or section, or next to another transition',
  why: 'A transition separates two pieces of text, so it needs text on both sides.',
  wrong: ['Hubble.\n\n----\n'],
  right: ['Hubble.\n\n----\n\nKepler.\n'],
  fixes: 'unsafe',
  messages: [
    /^Transition at the (?:start|end) of the (?:document|section)\./,
    /^At least one body element should separate transitions\./,
    // Before docutils 0.23.
    /^Document (?:or section )?may not (?:begin|end) with a transition\./,
    /^At least one body element must separate transitions; adjacent transitions are not allowed\./,
  ],
  say(match, message, context) {
    const { text: _, ...place } = firstLineOf(context, message)
    const where = /begin|start/.test(match[0]) ? 'at the start' : /end/.test(match[0]) ? 'at the end' : 'next to another one'
    const line = context.lines[context.lineAt(place.offset)]
    return {
      ...place,
      message: `Misplaced transition ${where}; it needs text on both sides`,
      fix: line
        ? { title: 'Remove the transition', safe: false, edits: [{ offset: line.offset, endOffset: line.next, text: '' }] }
        : undefined,
    }
  },
})
