import { defineRule } from '../../rule.ts'
import { placeOfFact } from '../place-of-fact.ts'
import { path, project } from './examples.ts'

export const unusedCitation = defineRule({
  name: 'sphinx/unused-citation',
  severity: 'warning',
  what: 'A citation that no document of the project refers to',
  why: 'Readers do not know what the source supports.',
  wrong: [{ text: 'Orbit\n=====\n\nHigh.\n\n.. [Galilei] Sidereus Nuncius.\n', path, project }],
  right: [{ text: 'Orbit\n=====\n\nHigh [Galilei]_.\n\n.. [Galilei] Sidereus Nuncius.\n', path, project }],
  needs: 'sphinx',
  check(context) {
    const { project: all } = context.sphinx!
    const used = new Set(context.facts.cited.map(({ name }) => name))
    for (const citation of context.facts.citations) {
      if (used.has(citation.name) || all.cited().has(citation.name)) continue
      const { included, ...place } = placeOfFact(citation, context)
      context.report({
        ...place,
        message: `Unused citation \`[${citation.name}]\``,
        data: { actual: citation.name, sphinx: `Citation [${citation.name}] is not referenced. [ref.citation]`, ...included },
      })
    }
  },
})
