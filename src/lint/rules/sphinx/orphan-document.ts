import { defineRule } from '../../rule.ts'
import { path, project } from './examples.ts'

export const orphanDocument = defineRule({
  name: 'sphinx/orphan-document',
  severity: 'warning',
  what: 'A document that no `toctree` lists',
  why: 'Readers can find the document only by search. If that is intended, put `:orphan:` above the title.',
  wrong: [{ text: 'Orbit\n=====\n\nHigh.\n', path: 'orbit/satellites.rst', project }],
  right: [
    { text: 'Orbit\n=====\n\nHigh.\n', path, project },
    { text: ':orphan:\n\nOrbit\n=====\n\nHigh.\n', path: 'orbit/satellites.rst', project },
  ],
  needs: 'sphinx',
  check(context) {
    const { project: all, name, path: file } = context.sphinx!
    // A document outside of the project, or one that others include, is not a page.
    if (!all.has(name) || all.listed().has(name) || context.facts.isOrphan || all.included().has(file)) return
    const line = context.lines[0]
    if (!line) return
    context.report({
      offset: line.offset,
      endOffset: line.end,
      message: 'Document is not in any toctree; add it to one, or put `:orphan:` above its title',
      data: { sphinx: "document isn't included in any toctree [toc.not_included]" },
    })
  },
})
