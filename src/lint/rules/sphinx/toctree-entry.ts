import { patternMatcher } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'
import { nearestDocument, resolvePath, withoutEnding } from '../../sphinx/project.ts'
import { placeOfFact } from '../place-of-fact.ts'
import { path, project } from './examples.ts'

/** Pages that Sphinx makes itself. */
const generated = new Set(['genindex', 'modindex', 'search', 'self'])

export const toctreeEntry = defineRule({
  name: 'sphinx/toctree-entry',
  severity: 'error',
  what: 'A `toctree` entry that is not a document of the project',
  why: 'Sphinx skips the entry, and the intended document is missing in the navigation. A document that git ignores counts as made by the build.',
  wrong: [{ text: 'Orbit\n=====\n\n.. toctree::\n\n   ../dome\n', path, project }],
  right: [{ text: 'Orbit\n=====\n\n.. toctree::\n\n   ../domes\n', path, project }],
  needs: 'sphinx',
  check(context) {
    const { project: all, name } = context.sphinx!
    const listed = new Set<string>()
    for (const entry of context.facts.toctree) {
      const { target, isGlob, toctree } = entry
      if (/^[a-z][a-z0-9+.-]*:\/\//i.test(target) || generated.has(target)) continue
      const wanted = withoutEnding(resolvePath(name, target), all.conf)
      const { included, ...place } = placeOfFact(entry, context)
      const report = (message: string, sphinx: string, near?: string) =>
        context.report({
          ...place,
          message,
          data: { actual: target, ...(near ? { expected: near } : {}), sphinx, ...included },
        })
      if (isGlob) {
        const matches = patternMatcher(wanted)
        if (!all.names().some((other) => other !== name && matches(other)) && !all.isMade(wanted))
          report(
            `Pattern \`${target}\` matches no document`,
            `toctree glob pattern '${target}' didn't match any documents [toc.empty_glob]`,
          )
      } else if (listed.has(`${toctree} ${wanted}`))
        report(`Duplicate entry \`${target}\``, `duplicated entry found in toctree: ${wanted} [toc.duplicate_entry]`)
      else if (all.isExcluded(wanted))
        report(
          `Document \`${target}\` is excluded by \`exclude_patterns\``,
          // Sphinx does not look into an excluded folder.
          all.isExcluded(wanted) === 'itself'
            ? `toctree contains reference to excluded document '${wanted}' [toc.excluded]`
            : `toctree contains reference to nonexisting document '${wanted}' [toc.not_readable]`,
        )
      else if (!all.has(wanted) && !all.isMade(wanted)) {
        const near = nearestDocument(wanted, all.names())
        report(
          `Unknown document \`${target}\`${near ? `; did you mean \`${near}\`?` : ''}`,
          `toctree contains reference to nonexisting document '${wanted}' [toc.not_readable]`,
          near,
        )
      } else listed.add(`${toctree} ${wanted}`)
    }
  },
})
