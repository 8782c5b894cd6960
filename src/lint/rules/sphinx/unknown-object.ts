import { defineRule } from '../../rule.ts'
import { lookUp } from '../../sphinx/lookup.ts'
import { placeOfFact } from '../place-of-fact.ts'
import { path, project } from './examples.ts'

export const unknownObject = defineRule({
  name: 'sphinx/unknown-object',
  severity: 'error',
  what: 'A role whose object the project does not describe, or describes as something else',
  why: 'Sphinx prints the name as plain text instead of a link. Functions, classes and the like count only with `nitpicky = True`.',
  wrong: [{ text: 'Orbit\n=====\n\nUse :option:`--fast`.\n', path, project }],
  right: [{ text: 'Orbit\n=====\n\n.. option:: --fast\n\nUse :option:`--fast`.\n', path, project }],
  needs: 'sphinx',
  check(context) {
    const { project: all, name: document } = context.sphinx!
    // Objects of another project's inventory are not known here.
    if (all.conf.intersphinx.length > 0 || all.conf.undecided.has('intersphinx_mapping')) return
    for (const reference of context.facts.references) {
      if (reference.target === '') continue
      const problem = lookUp(reference, all, document)
      if (!problem) continue
      const { missing, several, clash, sphinx } = problem
      const near = missing && context.nearest(missing.name, missing.known)
      const { included, ...place } = placeOfFact(reference, context)
      context.report({
        ...place,
        message: several
          ? `Ambiguous \`${reference.target}\`; write one of ${several.map((role) => `\`\` ${role} \`\``).join(', ')}`
          : clash
            ? `Object \`${reference.target}\` is a ${clash.type}; role \`${clash.role}\` does not name such`
            : `Unknown ${missing!.kind} \`${missing!.name}\`${near ? `; did you mean \`${near}\`?` : ''}`,
        data: { actual: reference.target, ...(near ? { expected: near } : {}), sphinx, ...included },
      })
    }
  },
})
