import { nearest } from '../../../text/index.ts'
import { docutilsRule, quoted } from './docutils-rule.ts'

export const substitution = docutilsRule({
  name: 'rst/substitution',
  severity: 'error',
  what: 'A substitution that is not defined, defined twice, in a circle, or by what cannot stand in a line',
  why: 'The page shows its name between bars, as an error.',
  wrong: [{ text: 'The |hubbel| looks up.\n\n.. |hubble| replace:: Hubble telescope\n' }],
  right: [{ text: 'The |hubble| looks up.\n\n.. |hubble| replace:: Hubble telescope\n' }],
  messages: [
    /^Undefined substitution referenced: "(.*)"\./s,
    /^Duplicate substitution definition name: "(.*)"\./s,
    /^Substitution definition "(.*)" (?:missing contents|empty or invalid)\./s,
    /^Circular substitution definition (?:detected:|referenced: "(.*)"\.)/s,
    /^Substitution definition contains illegal element/,
    /^Problematic content in substitution definition/,
    /^.* are not supported in a substitution definition\./,
  ],
  say(match, _message, context) {
    const name = match[1]
    if (match[0].startsWith('Undefined')) {
      const names = context
        .all('substitution_definition')
        .flatMap(({ node }) => (Array.isArray(node.attributes.names) ? (node.attributes.names as string[]) : []))
      const near = nearest(name!, names)
      return {
        message: `Unexpected substitution ${quoted(`|${name}|`)}, expected ${near ? quoted(`|${near}|`) : 'one that is defined'}`,
        data: { actual: name!, ...(near ? { expected: near } : {}) },
      }
    }
    if (match[0].startsWith('Duplicate'))
      return { message: `Unexpected second definition of ${quoted(`|${name}|`)}, expected one` }
    if (match[0].startsWith('Circular')) return { message: 'Unexpected substitution that holds itself, expected text' }
    return { message: 'Unexpected definition of a substitution, expected a directive whose result stands in a line' }
  },
})
