/** All data as JSON; `status.schema.json` describes it. */
import type { StatusFormat } from './format.ts'

export const json: StatusFormat = {
  name: 'json',
  format: (report) => `${JSON.stringify(report, null, 2)}\n`,
}
