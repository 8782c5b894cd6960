import { defineRule } from '../../rule.ts'
import type { Label } from '../../sphinx/walk.ts'
import { placeOfFact } from '../place-of-fact.ts'
import { path, project } from './examples.ts'

export const duplicateLabel = defineRule({
  name: 'sphinx/duplicate-label',
  severity: 'error',
  what: 'A label that another document of the project also has',
  why: 'References lead to one of the two, and it is not clear to which.',
  wrong: [{ text: '.. _domes:\n\nOrbit\n=====\n\nHigh.\n', path, project }],
  right: [{ text: '.. _orbit:\n\nOrbit\n=====\n\nHigh.\n', path, project }],
  needs: 'sphinx',
  check(context) {
    const { project: all, name } = context.sphinx!
    const own = new Map<string, Label>()
    for (const found of context.facts.labels) {
      const { name: label, hasTitle, isOfTitle } = found
      if (!hasTitle) continue
      // docutils reports a label that is defined twice in a document, but not if it comes from a title.
      const same = isOfTitle ? own.get(label) : undefined
      own.set(label, found)
      const other =
        same === undefined
          ? all
              .labels()
              .get(label)
              ?.find((place) => place.document < name && place.hasTitle)
          : { document: name }
      if (!other) continue
      const { included, ...place } = placeOfFact(found, context)
      context.report({
        ...place,
        message: `Duplicate label \`${label}\`; \`${all.pathOf(other.document) ?? other.document}\` also has it`,
        data: { actual: label, sphinx: `duplicate label ${label}, other instance in ${all.pathOf(other.document)}`, ...included },
      })
    }
  },
})
