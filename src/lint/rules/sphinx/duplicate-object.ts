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
    /** The objects of the documents that Sphinx reads before this one, by their keys. */
    const elsewhere = new Map<string, readonly ObjectPlace[]>()
    const othersOf = (key: string) => {
      const known = elsewhere.get(key) ?? (all.objects().get(key) ?? []).filter((place) => place.document < document)
      elsewhere.set(key, known)
      return known
    }
    /** The first one of objects that clash, by key and parameters. */
    const firsts = new Map<string, ObjectPlace | undefined>()
    for (const object of context.facts.objects) {
      if (mayRepeat(object)) continue
      const key = objectKey(object)
      const same = `${key}\0${object.domain === 'cpp' ? object.parameters : ''}`
      const other = firsts.has(same) ? firsts.get(same) : othersOf(key).find((place) => clashes(place, object))
      firsts.set(same, other ?? { ...object, document })
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

/** Whether Sphinx allows several descriptions: of aliases, options and JavaScript modules. */
function mayRepeat({ isAlias, domain, type }: SphinxObject): boolean {
  return isAlias || (domain === 'std' && type === 'option') || (domain === 'js' && type === 'module')
}

/** Whether two objects with the same name are duplicates; C++ functions with different parameters are not. */
function clashes(other: SphinxObject, object: SphinxObject): boolean {
  return !other.isAlias && (object.domain !== 'cpp' || other.parameters === object.parameters)
}

/** Sphinx's message about a duplicate, which depends on the domain. */
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
