/** One line per finding, as compilers print them, for editors and `grep`. */
import { type Format, printableResults } from './format.ts'

export const compact: Format = {
  name: 'compact',
  description: 'One line per finding: `path:line:column: severity: message (rule)`',
  format: (results) =>
    printableResults(results)
      .flatMap(({ path, diagnostics }) =>
        diagnostics.map(
          ({ line, column, severity, message, ruleId }) => `${path}:${line}:${column}: ${severity}: ${message} (${ruleId})\n`,
        ),
      )
      .join(''),
}
