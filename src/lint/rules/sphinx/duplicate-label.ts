import { defineRule } from '../../rule.ts'
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
    for (const { name: label, hasTitle, start, end } of context.facts.labels) {
      if (!hasTitle) continue
      const other = all
        .labels()
        .get(label)
        ?.find((place) => place.document !== name && place.hasTitle)
      if (!other) continue
      context.report({
        offset: start,
        endOffset: end,
        message: `Duplicate label \`${label}\`; \`${all.pathOf(other.document) ?? other.document}\` also has it`,
        data: { actual: label, sphinx: `duplicate label ${label}, other instance in ${other.document}` },
      })
    }
  },
})
