/** The number of findings per rule, for `--statistics`. */
import type { Severity } from '../lint/index.ts'
import { largest } from '../text/index.ts'
import { countOf, type Format, type Result } from './format.ts'
import { summaryOf } from './summary.ts'
import { colorsOf } from './terminal.ts'

export const statistics: Format = {
  name: 'statistics',
  description: 'The number of findings per rule, by severity and number',
  format(results, options = {}) {
    const rows = rowsOf(results)
    if (rows.length === 0) return ''
    const colors = colorsOf(options)
    const width = (values: readonly string[]) => largest(values.map((value) => value.length))
    const [counts, names] = [width(rows.map(({ count }) => String(count))), width(rows.map(({ ruleId }) => ruleId))]
    const lines = rows.map(({ count, severity, ruleId, fixes, unsafe }) => {
      const repairs = [...(fixes ? [`--fix fixes ${fixes}`] : []), ...(unsafe ? [`--unsafe ${unsafe}`] : [])].join(', ')
      const level = colors[severity](severity.padEnd(7))
      return `${`${String(count).padStart(counts)}  ${level}  ${ruleId.padEnd(names)}  ${colors.dim(repairs)}`.trimEnd()}\n`
    })
    return `${lines.join('')}${options.quiet ? '' : `\n${summaryOf(results, options)}\n`}`
  },
}

/** The most severe first. */
const order: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

interface Row {
  ruleId: string
  severity: Severity
  count: number
  fixes: number
  unsafe: number
}

function rowsOf(results: readonly Result[]): Row[] {
  const rows = new Map<string, Row>()
  for (const found of results.flatMap(({ diagnostics }) => diagnostics)) {
    const { ruleId, severity, fix } = found
    const key = `${severity} ${ruleId}`
    const row = rows.get(key) ?? { ruleId, severity, count: 0, fixes: 0, unsafe: 0 }
    rows.set(key, row)
    row.count += countOf(found)
    if (fix) row[fix.safe ? 'fixes' : 'unsafe']++
  }
  return [...rows.values()].sort(
    (a, b) => order[a.severity] - order[b.severity] || b.count - a.count || (a.ruleId < b.ruleId ? -1 : 1),
  )
}
