/** The last line of a report for people. */
import { countsOf, plural, type ReportOptions, type Result } from './format.ts'
import { colorsOf } from './terminal.ts'

/** *2 errors and 1 warning in 3 files; `--fix` fixes 1, `--fix --unsafe` 1 more*. */
export function summaryOf(results: readonly Result[], options: ReportOptions): string {
  const counts = countsOf(results)
  const files = results.filter(({ diagnostics }) => diagnostics.length > 0).length
  const colors = colorsOf(options)
  const found = [
    counts.error ? colors.error(plural(counts.error, 'error')) : '',
    counts.warning ? colors.warning(plural(counts.warning, 'warning')) : '',
    counts.info ? colors.info(`${counts.info} info`) : '',
  ].filter(Boolean)
  const list = found.length > 1 ? `${found.slice(0, -1).join(', ')} and ${found.at(-1)}` : found[0]
  const fix = options.fixCommand ?? '--fix'
  const repairs = [
    counts.fixable ? `\`${fix}\` fixes ${counts.fixable}` : '',
    counts.unsafe ? `\`${fix} --unsafe\` ${counts.fixable ? `${counts.unsafe} more` : `fixes ${counts.unsafe}`}` : '',
  ].filter(Boolean)
  const where = files === results.length ? plural(files, 'file') : `${files} of ${plural(results.length, 'file')}`
  return `${list} in ${where}${repairs.length ? `; ${repairs.join(', ')}` : ''}`
}
