/** One line per finding, as compilers print them, for editors and `grep`. */
import type { Format } from './format.ts'
import { printable } from './frame.ts'

export const compact: Format = {
  name: 'compact',
  description: 'One line per finding: `path:line:column: severity: message (rule)`',
  format: (results) =>
    results
      .flatMap(({ path, diagnostics }) =>
        diagnostics.map(
          ({ line, column, severity, message, ruleId }) =>
            `${path}:${line}:${column}: ${severity}: ${oneLine(message)} (${ruleId})\n`,
        ),
      )
      .join(''),
}

function oneLine(text: string): string {
  return printable(text.replace(/(?<!\s)\s*[\r\n]\s*/g, ' '))
}
