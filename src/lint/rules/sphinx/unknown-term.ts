import { nearest } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'
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
    for (const { role, target, start, end } of context.facts.references) {
      if (role !== 'term' || all.terms().has(target.toLowerCase())) continue
      const near = nearest(target.toLowerCase(), [...all.terms()])
      context.report({
        offset: start,
        endOffset: end,
        message: `Unknown term \`${target}\`${near ? `; did you mean \`${near}\`?` : ''}`,
        data: { actual: target, ...(near ? { expected: near } : {}), sphinx: `term not in glossary: '${target}' [ref.term]` },
      })
    }
  },
})
