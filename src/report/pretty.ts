/** For people: each finding with the lines around it, other places, and what can be repaired. */
import type { Diagnostic } from '../lint/index.ts'
import { type Colors, terminalColors } from './colors.ts'
import { type Counts, countsOf, type Format, plural, type ReportOptions, type Result } from './format.ts'
import { codeFrame, printable } from './frame.ts'

const same = (text: string) => text
const plain: Colors = { error: same, warning: same, info: same, bold: same, dim: same, underline: same }

export const pretty: Format = {
  name: 'pretty',
  description: 'Findings with the lines around them, for people',
  format(results, options = {}) {
    const blocks = results.flatMap((result) => result.diagnostics.map((found) => block(result, found, results, options)))
    if (blocks.length === 0) return ''
    return `${blocks.join('\n\n')}\n\n${summary(countsOf(results), options)}\n`
  },
}

function block(result: Result, found: Diagnostic, results: readonly Result[], options: ReportOptions): string {
  const colors = options.color ? terminalColors() : plain
  const paint = colors[found.severity]
  const place = `${printable(result.path)}:${found.line}:${found.column}`
  const lines = [
    `${colors.underline(place)} ${paint(found.severity)} ${colors.bold(found.ruleId)}`,
    `  ${printable(found.message)}${found.fix ? colors.dim(` [${found.fix.title}${found.fix.safe ? '' : ', unsafe'}]`) : ''}`,
    '',
    indent(codeFrame(result.source, found, { gutter: colors.dim, mark: paint })),
  ]
  for (const related of found.related ?? []) {
    const path = related.path ?? result.path
    const source = results.find((other) => other.path === path)?.source
    lines.push('', `  ${colors.underline(`${path}:${related.line}:${related.column}`)} ${related.message}`)
    if (source !== undefined) lines.push(indent(codeFrame(source, related, { gutter: colors.dim, mark: colors.dim })))
  }
  return lines.join('\n')
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}

/** *2 errors and 1 warning in 3 files; `--fix` repairs 1, `--fix --unsafe` 1 more*. */
function summary(counts: Counts, options: ReportOptions): string {
  const colors = options.color ? terminalColors() : plain
  const found = [
    counts.error ? colors.error(plural(counts.error, 'error')) : '',
    counts.warning ? colors.warning(plural(counts.warning, 'warning')) : '',
    counts.info ? colors.info(plural(counts.info, 'hint')) : '',
  ].filter(Boolean)
  const list = found.length > 1 ? `${found.slice(0, -1).join(', ')} and ${found.at(-1)}` : found[0]
  const repairs = [
    counts.fixable ? `\`--fix\` repairs ${counts.fixable}` : '',
    counts.unsafe ? `\`--fix --unsafe\` ${counts.fixable ? `${counts.unsafe} more` : `repairs ${counts.unsafe}`}` : '',
  ].filter(Boolean)
  return `${list} in ${plural(counts.files, 'file')}${repairs.length ? `; ${repairs.join(', ')}` : ''}`
}
