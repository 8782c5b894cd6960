/** The linter as a unified plugin: `unified().use(rstParse).use(goalLint, options)`. */
import type { Node } from 'unist'
import type { VFile } from 'vfile'
import { type LintOptions, lint } from './lint.ts'

/** Gives every finding as a message of the file: errors with `fatal: true`, warnings with `false`, hints with `undefined`. */
export function goalLint(options: LintOptions = {}) {
  return (_tree: Node, file: VFile): void => {
    for (const found of lint(String(file), { path: file.path ?? '', ...options })) {
      const message = file.message(found.message, {
        place: {
          start: { line: found.line, column: found.column, offset: found.offset },
          end: { line: found.endLine, column: found.endColumn, offset: found.endOffset },
        },
        ruleId: found.ruleId,
        source: 'goaldoc',
      })
      message.fatal = found.severity === 'error' ? true : found.severity === 'warning' ? false : undefined
      if (found.url) message.url = found.url
      if (typeof found.data?.actual === 'string') message.actual = found.data.actual
      if (Array.isArray(found.data?.expected)) message.expected = found.data.expected as string[]
      else if (typeof found.data?.expected === 'string') message.expected = [found.data.expected]
      if (found.docutils) Object.assign(message, { note: `docutils: ${found.docutils.message}` })
    }
  }
}
