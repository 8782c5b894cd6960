import { repr } from '../../../rst/index.ts'
import { defineRule } from '../../rule.ts'
import { placeOfFact } from '../place-of-fact.ts'
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
    for (const reference of context.facts.references) {
      const { target, hasText, text } = reference
      const role = reference.role.replace(/^std:/, '')
      if (role !== 'ref' && role !== 'numref') continue
      const name = target.toLowerCase()
      const places = all.labels().get(name)
      const { included, ...place } = placeOfFact(reference, context)
      const report = (message: string, sphinx: string, near?: string) =>
        context.report({
          ...place,
          message,
          data: { actual: target, ...(near ? { expected: near } : {}), sphinx, ...included },
        })
      if (role === 'numref' && places && !all.conf.numfig && !all.conf.undecided.has('numfig'))
        report('Role `:numref:` needs `numfig = True` in `conf.py`', 'numfig is disabled. :numref: is ignored.')
      else if (role === 'numref' && hasText && places && !isNumberText(text))
        report(`Invalid text \`${text}\`; write \`%s\` once, or \`{number}\` and \`{name}\``, `invalid numfig_format: ${text}`)
      else if (role === 'numref' && places && !places.some(({ isNumbered }) => isNumbered))
        report(
          `Label \`${target}\` has no number; put it on a figure, table, code block or section`,
          `undefined label: ${repr(name)} [ref.numref]`,
        )
      else if (!places) {
        const near = context.nearest(name, () => [...all.labels().keys()])
        report(
          `Unknown label \`${target}\`${near ? `; did you mean \`${near}\`?` : ''}`,
          `undefined label: ${repr(name)} [ref.${role}]`,
          near,
        )
      } else if (role === 'ref' && !hasText && !places.some(({ hasTitle }) => hasTitle))
        report(
          `Label \`${target}\` has no title; add a text to the reference`,
          `Failed to create a cross reference. A title or caption not found: ${repr(name)} [ref.ref]`,
        )
    }
  },
})

/** Whether a text of `:numref:` has a place for the number at most once. */
function isNumberText(text: string): boolean {
  if (/\{(?:name|number)\}/.test(text)) return !/\{(?!(?:name|number)\})/.test(text)
  return (text.match(/%s/g) ?? []).length <= 1
}
