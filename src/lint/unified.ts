/** The linter as a unified plugin: `unified().use(rstParse).use(goalLint, options)`. */
import type { Processor } from 'unified'
import type { Node } from 'unist'
import type { VFile } from 'vfile'
import { type DocumentNode, parseDocument } from '../rst/index.ts'
import { type LintOptions, lint, parseOptionsFor } from './lint.ts'

/** Reports every finding as a message of the file: errors with `fatal: true`, warnings with `false`, infos with `undefined`.
 *
 * It checks the given tree. `rstParse` uses the parse options of the linter, and stores docutils' messages beside the tree. For
 * another tree, the text is parsed again to get docutils' messages.
 */
export function goalLint(this: Processor, options: LintOptions = {}) {
  const optionsAt = (path: string): LintOptions => ({ path, ...options })
  this.data('rstOptions', (path) => parseOptionsFor(optionsAt(path)))
  return (tree: Node, file: VFile): void => {
    const source = String(file)
    const at = optionsAt(file.path ?? '')
    const document = tree as DocumentNode
    const { rst } = file.data
    const parsed = rst?.document === document ? rst : { ...parseDocument(source, parseOptionsFor(at)), document }
    for (const found of lint(source, { ...at, parsed })) {
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
