import { defineRule } from '../../rule.ts'
import { type ObjectPlace, objectKey } from '../../sphinx/project.ts'
import type { SphinxObject } from '../../sphinx/walk.ts'
import { placeOfFact } from '../place-of-fact.ts'
import { path, project } from './examples.ts'

export const duplicateObject = defineRule({
  name: 'sphinx/duplicate-object',
  severity: 'error',
  what: 'An object, term or equation that is described a second time',
  why: 'References lead to one of the two. If both are intended, give one of them the option `:no-index:`.',
  wrong: [{ text: 'Orbit\n=====\n\n.. glossary::\n\n   slit\n      A gap.\n', path, project }],
  right: [{ text: 'Orbit\n=====\n\n.. glossary::\n\n   gap\n      An opening.\n', path, project }],
  needs: 'sphinx',
  check(context) {
    const { project: all, name: document } = context.sphinx!
    const earlier = new Map<string, SphinxObject[]>()
    for (const object of context.facts.objects) {
      const key = objectKey(object)
      const before = [
        ...(all.objects().get(key) ?? []).filter((place) => place.document < document),
        ...(earlier.get(key) ?? []).map((place) => ({ ...place, document })),
      ]
      earlier.set(key, [...(earlier.get(key) ?? []), object])
      const other = before.find((place) => clashes(place, object))
      if (!other) continue
      const { included, ...place } = placeOfFact(object, context)
      context.report({
        ...place,
        message: `Duplicate ${object.type} \`${object.name}\`; ${
          other.document === document ? `line ${other.line}` : `\`${all.pathOf(other.document) ?? other.document}\``
        } also has it`,
        data: { actual: object.name, sphinx: saying(object, other), ...included },
      })
    }
  },
})

/** In C++ a function may have other parameters, and in both languages things may be declared again as what they are part of. */
function clashes(a: SphinxObject, b: SphinxObject): boolean {
  if (a.isAlias || b.isAlias || (b.domain === 'std' && b.type === 'option')) return false
  if (b.domain === 'js' && b.type === 'module') return false
  return b.domain !== 'cpp' || a.parameters === b.parameters
}

/** Sphinx's words for a duplicate, of each domain. */
function saying({ domain, type, name }: SphinxObject, other: ObjectPlace): string {
  const { document, line } = other
  switch (domain) {
    case 'py':
      return `duplicate object description of ${name}, other instance in ${document}, use :no-index: for one of them`
    case 'js':
      return `duplicate ${type} description of ${name}, other ${type} in ${document}`
    case 'rst':
      return `duplicate description of ${type} ${name}, other instance in ${document}`
    case 'math':
      return `duplicate label of equation ${name}, other instance in ${document} [ref.equation]`
    case 'c':
      return `Duplicate C declaration, also defined at ${document}:${line}.`
    case 'cpp':
      return `Duplicate C++ declaration, also defined at ${document}:${line}.`
    default:
      return `duplicate ${type} description of ${name}, other instance in ${document}`
  }
}
