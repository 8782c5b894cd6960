/** GitLab's code-quality report. */
import type { Severity } from '../lint/index.ts'
import { jsonOf } from '../text/index.ts'
import { type Format, fingerprintsOf } from './format.ts'

const levels: Record<Severity, string> = { error: 'major', warning: 'minor', info: 'info' }

export const gitlab: Format = {
  name: 'gitlab',
  description: 'The code-quality report of GitLab',
  format(results) {
    const issues = results.flatMap((result) => {
      const fingerprints = fingerprintsOf(result)
      return result.diagnostics.map((found, index) => ({
        description: found.message,
        check_name: found.ruleId,
        fingerprint: fingerprints[index],
        severity: levels[found.severity],
        location: { path: result.path, lines: { begin: found.line, end: found.endLine } },
      }))
    })
    return jsonOf(issues)
  },
}
