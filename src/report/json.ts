/** All data as JSON, for programs. The format has a version; ./report-schema.ts describes it. */
import { jsonOf } from '../text/index.ts'
import { countsOf, type Format } from './format.ts'
import type { Report } from './report-schema.ts'

export const json: Format = {
  name: 'json',
  description: 'All data of the findings; it has a version and a schema',
  showsFixes: true,
  format(results) {
    const files = results.map(({ path, diagnostics }) => ({ path, diagnostics: [...diagnostics] }))
    const report: Report = { version: 1, files, summary: countsOf(results) }
    return jsonOf(report)
  },
}
