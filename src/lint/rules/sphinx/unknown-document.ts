import { repr } from '../../../rst/index.ts'
import { defineRule } from '../../rule.ts'
import { nearestDocument, resolvePath } from '../../sphinx/project.ts'
import { placeOfFact } from '../place-of-fact.ts'
import { path, project } from './examples.ts'

export const unknownDocument = defineRule({
  name: 'sphinx/unknown-document',
  severity: 'error',
  what: 'A `:doc:` role whose document does not exist',
  why: 'Sphinx prints the name as plain text instead of a link.',
  wrong: [{ text: 'Orbit\n=====\n\nSee :doc:`/dome`.\n', path, project }],
  right: [{ text: 'Orbit\n=====\n\nSee :doc:`/domes`.\n', path, project }],
  needs: 'sphinx',
  check(context) {
    const { project: all, name } = context.sphinx!
    for (const reference of context.facts.references) {
      const { role, target } = reference
      if (role !== 'std:doc' || target === '') continue
      const wanted = resolvePath(name, target)
      if (all.has(wanted) || all.isMade(wanted)) continue
      const near = nearestDocument(wanted, all.names())
      const { included, ...place } = placeOfFact(reference, context)
      context.report({
        ...place,
        message: `Unknown document \`${target}\`${near ? `; did you mean \`${near}\`?` : ''}`,
        data: {
          actual: target,
          ...(near ? { expected: near } : {}),
          sphinx: `unknown document: ${repr(target)} [ref.doc]`,
          ...included,
        },
      })
    }
  },
})
