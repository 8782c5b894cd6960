import { defineRule } from '../../rule.ts'
import { placeOfFact } from '../place-of-fact.ts'
import { path, project } from './examples.ts'

export const unknownCitation = defineRule({
  name: 'sphinx/unknown-citation',
  severity: 'error',
  what: 'A reference to a citation that no document of the project has',
  why: 'Sphinx prints the name as plain text instead of a link.',
  wrong: [{ text: 'Orbit\n=====\n\nHigh [Kepler]_.\n', path, project }],
  right: [{ text: 'Orbit\n=====\n\nHigh [Kepler]_.\n\n.. [Kepler] Astronomia Nova.\n', path, project }],
  needs: 'sphinx',
  check(context) {
    const { project: all } = context.sphinx!
    const own = new Set(context.facts.citations.map(({ name }) => name))
    for (const reference of context.facts.cited) {
      const { name } = reference
      if (own.has(name) || all.citations().has(name)) continue
      const near = context.nearest(name, () => [...own, ...all.citations().keys()])
      const { included, ...place } = placeOfFact(reference, context)
      context.report({
        ...place,
        message: `Unknown citation \`[${name}]\`${near ? `; did you mean \`[${near}]\`?` : ''}`,
        data: { actual: name, ...(near ? { expected: near } : {}), sphinx: `citation not found: ${name} [ref.ref]`, ...included },
      })
    }
  },
})
