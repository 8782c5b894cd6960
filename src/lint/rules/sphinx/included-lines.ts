import { oneLine } from '../../../text/index.ts'
import { defineRule } from '../../rule.ts'
import { literalIncludeProblems } from '../../sphinx/literal-include.ts'
import { resolvePath } from '../../sphinx/project.ts'
import { placeOfFact } from '../place-of-fact.ts'
import { path, project } from './examples.ts'

const files = { ...project, 'turn.py': 'def turn():\n    return 1\n' }

export const includedLines = defineRule({
  name: 'sphinx/included-lines',
  severity: 'error',
  what: 'A `literalinclude` of lines that its file does not have',
  why: 'Sphinx leaves the code out, or marks no line of it. Files change, and the documents that quote them do not.',
  wrong: [{ text: 'Orbit\n=====\n\n.. literalinclude:: /turn.py\n   :pyobject: spin\n', path, project: files }],
  right: [{ text: 'Orbit\n=====\n\n.. literalinclude:: /turn.py\n   :pyobject: turn\n', path, project: files }],
  needs: 'sphinx',
  check(context) {
    const { project: all, path: from } = context.sphinx!
    for (const reference of context.facts.files) {
      if (reference.by !== 'literalinclude') continue
      const file = resolvePath(from, reference.path)
      const text = all.text(file)
      if (text === undefined) continue
      const { included, ...place } = placeOfFact(reference, context)
      for (const said of literalIncludeProblems(text, file, reference.options))
        context.report({
          ...place,
          message: `Invalid part of \`${reference.path}\`: ${oneLine(said.replace(/ in include file .*|: no lines .*/, ''))}`,
          data: { sphinx: said, ...included },
        })
    }
  },
})
