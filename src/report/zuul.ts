/** Comments on the lines of the change under review, for `zuul_return` in a Zuul job. */
import { jsonOf } from '../text/index.ts'
import type { Format } from './format.ts'

export const zuul: Format = {
  name: 'zuul',
  description: 'Comments on lines, as data for `zuul_return`',
  format(results) {
    const files = results.filter(({ diagnostics }) => diagnostics.length > 0)
    const comments = files.map(
      ({ path, diagnostics }) =>
        [
          path,
          diagnostics.map((found) => ({
            line: found.line,
            level: found.severity,
            message: `${found.message} (${found.ruleId})`,
            // Gerrit counts characters from 0 and lines from 1, and rejects empty ranges.
            ...(found.endOffset > found.offset
              ? {
                  range: {
                    start_line: found.line,
                    start_character: found.column - 1,
                    end_line: found.endLine,
                    end_character: found.endColumn - 1,
                  },
                }
              : {}),
          })),
        ] as const,
    )
    return jsonOf({ zuul: { file_comments: Object.fromEntries(comments) } })
  },
}
