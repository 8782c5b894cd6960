/** All data as JSON; `status.schema.json` describes it. */
import { jsonOf } from '../../text/index.ts'
import type { StatusFormat } from './format.ts'

export const json: StatusFormat = {
  name: 'json',
  format: (report) => jsonOf(report),
}
