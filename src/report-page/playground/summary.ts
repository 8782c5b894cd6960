/** The number of findings in words. */
import { type Diagnostic, severities } from '../../lint/index.ts'
import { plural } from '../../report/index.ts'

/** *2 errors, 1 warning* */
export function summaryOf(diagnostics: readonly Diagnostic[]): string {
  const counts = severities.map(
    (severity) => [severity, diagnostics.filter((found) => found.severity === severity).length] as const,
  )
  const words = counts.flatMap(([severity, count]) => {
    if (count === 0) return []
    return severity === 'info' ? [`${count} info`] : [plural(count, severity)]
  })
  return words.length === 0 ? 'Nothing found' : words.join(', ')
}
