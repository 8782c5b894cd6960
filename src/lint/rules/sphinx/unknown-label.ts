import { nearest } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'
import { path, project } from './examples.ts'

export const unknownLabel = defineRule({
  name: 'sphinx/unknown-label',
  severity: 'error',
  what: 'A `:ref:` or `:numref:` role whose label does not exist or has no title',
  why: 'Sphinx prints the name as plain text. A reference without its own text needs a label above a section, figure or table.',
  wrong: [{ text: 'Orbit\n=====\n\nSee :ref:`dome`.\n', path, project }],
  right: [{ text: 'Orbit\n=====\n\nSee :ref:`domes`.\n', path, project }],
  needs: 'sphinx',
  check(context) {
    const { project: all } = context.sphinx!
    // Labels of another project's inventory are not known here.
    if (all.conf.intersphinx.length > 0 || all.conf.undecided.has('intersphinx_mapping')) return
    for (const { role, target, hasText, start, end } of context.facts.references) {
      if (role !== 'ref' && role !== 'numref') continue
      const name = target.toLowerCase()
      const places = all.labels().get(name)
      const report = (message: string, sphinx: string, near?: string) =>
        context.report({
          offset: start,
          endOffset: end,
          message,
          data: { actual: target, ...(near ? { expected: near } : {}), sphinx },
        })
      if (role === 'numref' && !all.conf.numfig && !all.conf.undecided.has('numfig'))
        report('Role `:numref:` needs `numfig = True` in `conf.py`', 'numfig is disabled. :numref: is ignored.')
      else if (!places) {
        const near = nearest(name, [...all.labels().keys()])
        report(
          `Unknown label \`${target}\`${near ? `; did you mean \`${near}\`?` : ''}`,
          `undefined label: '${name}' [ref.${role}]`,
          near,
        )
      } else if (role === 'ref' && !hasText && !places.some(({ hasTitle }) => hasTitle))
        report(
          `Label \`${target}\` has no title; add a text to the reference`,
          `Failed to create a cross reference. A title or caption not found: '${name}' [ref.ref]`,
        )
    }
  },
})
