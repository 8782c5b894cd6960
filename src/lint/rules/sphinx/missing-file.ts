import { defineRule } from '../../rule.ts'
import { resolvePath } from '../../sphinx/project.ts'
import { path, project } from './examples.ts'

/** What Sphinx says of a file that is not there, by what needs it. */
const saying: Readonly<Record<string, (path: string) => string>> = {
  image: (file) => `image file not readable: ${file} [image.not_readable]`,
  download: (file) => `download file not readable: ${file} [download.not_readable]`,
  literalinclude: (file) => `Include file '${file}' not found or reading it failed`,
}

export const missingFile = defineRule({
  name: 'sphinx/missing-file',
  severity: 'error',
  what: 'An image, a download or an included file that is not there',
  why: 'The page is built without it.',
  wrong: [{ text: 'Orbit\n=====\n\n.. image:: /ellipse.png\n', path, project }],
  right: [{ text: 'Orbit\n=====\n\n.. image:: /ellipse.png\n', path, project: { ...project, 'ellipse.png': '' } }],
  needs: 'sphinx',
  check(context) {
    const { project: all, path: from } = context.sphinx!
    for (const { by, path: file, start, end } of context.facts.files) {
      const wanted = resolvePath(from, file)
      // Sphinx takes the best of the formats where the ending is open: `ellipse.*`.
      if (wanted.endsWith('.*') || all.exists(file, from)) continue
      context.report({
        offset: start,
        endOffset: end,
        message: `Missing file \`${file}\``,
        data: { actual: file, sphinx: saying[by]!(wanted) },
      })
    }
  },
})
