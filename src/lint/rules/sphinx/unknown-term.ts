import { repr } from '../../../rst/index.ts'
import { defineRule } from '../../rule.ts'
import type { SphinxProject } from '../../sphinx/project.ts'
import { placeOfFact } from '../place-of-fact.ts'
import { path, project } from './examples.ts'

export const unknownTerm = defineRule({
  name: 'sphinx/unknown-term',
  severity: 'error',
  what: 'A `:term:` role whose term is not in a glossary',
  why: 'Sphinx prints the term as plain text instead of a link.',
  wrong: [{ text: 'Orbit\n=====\n\nThe :term:`slot` is open.\n', path, project }],
  right: [{ text: 'Orbit\n=====\n\nThe :term:`slit` is open.\n', path, project }],
  needs: 'sphinx',
  check(context) {
    const { project: all } = context.sphinx!
    if (all.conf.intersphinx.length > 0 || all.conf.undecided.has('intersphinx_mapping')) return
    let known: Set<string> | undefined
    for (const reference of context.facts.references) {
      const { role, target } = reference
      if (role !== 'std:term') continue
      known ??= termsOf(all)
      if (known.has(target.toLowerCase())) continue
      const near = context.nearest(target.toLowerCase(), () => [...known!])
      const { included, ...place } = placeOfFact(reference, context)
      context.report({
        ...place,
        message: `Unknown term \`${target}\`${near ? `; did you mean \`${near}\`?` : ''}`,
        data: {
          actual: target,
          ...(near ? { expected: near } : {}),
          sphinx: `term not in glossary: ${repr(target)} [ref.term]`,
          ...included,
        },
      })
    }
  },
})

function termsOf(project: SphinxProject): Set<string> {
  const places = [...project.objects().values()].flat()
  return new Set(places.filter(({ domain, type }) => domain === 'std' && type === 'term').map(({ name }) => name.toLowerCase()))
}
