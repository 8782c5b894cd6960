import type { Document } from '../../rule.ts'
import { docutilsRule, quoted } from './docutils-rule.ts'

export const substitution = docutilsRule({
  name: 'rst/substitution',
  severity: 'error',
  what: 'A substitution that is undefined, defined twice, circular, too long or not inline, or not followed because of a limit',
  why: 'docutils shows the reference as an error.',
  wrong: ['The |hubbel| looks up.\n\n.. |hubble| replace:: Hubble telescope\n'],
  right: ['The |hubble| looks up.\n\n.. |hubble| replace:: Hubble telescope\n'],
  messages: [
    /^Undefined substitution referenced: "(.*)"\./s,
    /^Duplicate substitution definition name: "(.*)"\./s,
    /^Substitution definition "(.*)" (?:missing contents|empty or invalid)\./s,
    /^Substitution definition "(.*)" exceeds the line-length-limit\./s,
    /^Circular substitution definition (?:detected:|referenced: "(.*)"\.)/s,
    /^Substitution definition contains illegal element/,
    /^Problematic content in substitution definition/,
    /^.* are not supported in a substitution definition\./,
  ],
  say(match, _message, context) {
    const name = match[1]
    if (match[0].startsWith('Undefined')) {
      const near = context.nearest(name!, () => context.remember(substitutionNames))
      return {
        message: `Unknown substitution ${quoted(`|${name}|`)}${near ? `; did you mean ${quoted(`|${near}|`)}?` : ''}`,
        data: { actual: name!, ...(near ? { expected: near } : {}) },
      }
    }
    if (match[0].startsWith('Duplicate')) return { message: `Duplicate definition of ${quoted(`|${name}|`)}` }
    if (match[0].endsWith('line-length-limit.')) return { message: `Substitution ${quoted(`|${name}|`)} too long for docutils` }
    if (match[0].startsWith('Circular')) return { message: 'Substitution refers to itself' }
    return { message: 'Invalid substitution definition; use a directive with inline content, such as `replace`' }
  },
  more(context) {
    if (!context.notFollowed) return
    const message = 'Substitutions not followed from here on: they contain too many references; these were not checked'
    context.report({ ...context.notFollowed, message, isUnsure: true })
  },
})

function substitutionNames(document: Document): string[] {
  return document
    .all('substitution_definition')
    .flatMap(({ node }) => (Array.isArray(node.attributes.names) ? (node.attributes.names as string[]) : []))
}
