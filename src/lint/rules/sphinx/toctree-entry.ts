import { patternMatcher } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'
import { nearestDocument, resolvePath, withoutEnding } from '../../sphinx/project.ts'
import { path, project } from './examples.ts'

/** Pages that Sphinx makes itself. */
const generated = new Set(['genindex', 'modindex', 'search', 'self'])

export const toctreeEntry = defineRule({
  name: 'sphinx/toctree-entry',
  severity: 'error',
  what: 'A `toctree` entry that is not a document of the project',
  why: 'Sphinx skips the entry, and the intended document is missing in the navigation.',
  wrong: [{ text: 'Orbit\n=====\n\n.. toctree::\n\n   ../dome\n', path, project }],
  right: [{ text: 'Orbit\n=====\n\n.. toctree::\n\n   ../domes\n', path, project }],
  needs: 'sphinx',
  check(context) {
    const { project: all, name } = context.sphinx!
    for (const { target, isGlob, start, end } of context.facts.toctree) {
      if (/^[a-z][a-z0-9+.-]*:\/\//i.test(target) || generated.has(target)) continue
      const wanted = withoutEnding(resolvePath(name, target), all.conf)
      const report = (message: string, sphinx: string, near?: string) =>
        context.report({
          offset: start,
          endOffset: end,
          message,
          data: { actual: target, ...(near ? { expected: near } : {}), sphinx },
        })
      if (isGlob) {
        const matches = patternMatcher(wanted)
        if (!all.names().some((other) => other !== name && matches(other)))
          report(
            `Pattern \`${target}\` matches no document`,
            `toctree glob pattern '${target}' didn't match any documents [toc.empty_glob]`,
          )
      } else if (all.isExcluded(wanted))
        report(
          `Document \`${target}\` is excluded by \`exclude_patterns\``,
          `toctree contains reference to excluded document '${wanted}' [toc.excluded]`,
        )
      else if (!all.has(wanted)) {
        const near = nearestDocument(wanted, all.names())
        report(
          `Unknown document \`${target}\`${near ? `; did you mean \`${near}\`?` : ''}`,
          `toctree contains reference to nonexisting document '${wanted}' [toc.not_readable]`,
          near,
        )
      }
    }
  },
})
