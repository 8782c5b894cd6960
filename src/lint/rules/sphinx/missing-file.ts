import { defineRule } from '../../rule.ts'
import { resolvePath } from '../../sphinx/project.ts'
import { placeOfFact } from '../place-of-fact.ts'
import { path, project } from './examples.ts'

/** Sphinx' message for a missing file, by the construct that needs the file. */
const saying: Readonly<Record<string, (path: string) => string>> = {
  image: (file) => `image file not readable: ${file} [image.not_readable]`,
  download: (file) => `download file not readable: ${file} [download.not_readable]`,
  graphviz: (file) => `External Graphviz file '${file}' not found or reading it failed`,
  literalinclude: (file) => `Include file '${file}' not found or reading it failed`,
}

export const missingFile = defineRule({
  name: 'sphinx/missing-file',
  severity: 'error',
  what: 'An image, download or included file that does not exist',
  why: 'Sphinx builds the page without the file. A file that git ignores counts as made by the build, and is not missing.',
  wrong: [{ text: 'Orbit\n=====\n\n.. image:: /ellipse.png\n', path, project }],
  right: [{ text: 'Orbit\n=====\n\n.. image:: /ellipse.png\n', path, project: { ...project, 'ellipse.png': '' } }],
  needs: 'sphinx',
  check(context) {
    const { project: all, path: from } = context.sphinx!
    for (const reference of context.facts.files) {
      const { by, path: file } = reference
      const wanted = resolvePath(from, file)
      // With an open ending (`ellipse.*`) Sphinx chooses the format.
      if (wanted.endsWith('.*') || all.exists(file, from)) continue
      const { included, ...place } = placeOfFact(reference, context)
      context.report({
        ...place,
        message: `Missing file \`${file}\``,
        data: { actual: file, sphinx: saying[by]!(wanted), ...included },
      })
    }
  },
})
