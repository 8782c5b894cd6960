/** For people: the first finding of each rule in a file with its source lines, other places and fix; of the other findings of the rule only
 * the line numbers.
 */
import type { Diagnostic } from '../lint/index.ts'
import type { Colors } from './colors.ts'
import { countOf, type Format, printableResults, type ReportOptions, type Result } from './format.ts'
import { codeFrame, frameLines } from './frame.ts'
import { summaryOf } from './summary.ts'
import { colorsOf, terminalLink } from './terminal.ts'

export const pretty: Format = {
  name: 'pretty',
  description: 'Findings with the lines around them',
  showsFixes: true,
  format(given, options = {}) {
    const results = printableResults(given)
    const colors = colorsOf(options)
    const linesOf = linesByPath(results)
    const show = (result: Result, found: Diagnostic) => block(result, found, linesOf, colors, options)
    const blocks = results.flatMap((result) =>
      options.all
        ? result.diagnostics.map((found) => show(result, found))
        : groupsOf(result.diagnostics).map(([first, ...rest]) => show(result, first!) + restOf(rest, colors)),
    )
    if (blocks.length === 0) return ''
    const isGrouped = blocks.length < results.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0)
    const summary = options.quiet ? '' : `\n${summaryOf(results, options)}${isGrouped ? '; `--all` shows each' : ''}\n`
    return `${blocks.join('\n\n')}\n${summary}`
  },
}

/** The lines of each file, split when a frame needs them. */
function linesByPath(results: readonly Result[]): (path: string) => readonly string[] | undefined {
  const sources = new Map(results.map(({ path, source }) => [path, source]))
  const split = new Map<string, readonly string[]>()
  return (path) => {
    const source = sources.get(path)
    if (source !== undefined && !split.has(path)) split.set(path, frameLines(source))
    return split.get(path)
  }
}

/** Groups the findings by rule, in the order of the first of each. Findings that fail the run come first. */
function groupsOf(diagnostics: readonly Diagnostic[]): Diagnostic[][] {
  const groups = new Map<string, Diagnostic[]>()
  for (const found of diagnostics) {
    const key = `${found.severity} ${found.ruleId}`
    const group = groups.get(key)
    if (group) group.push(found)
    else groups.set(key, [found])
  }
  return [...groups.values()]
}

/** The width of a terminal. */
const widest = 76

/** *and 11 more: lines 48, 61, …* */
function restOf(rest: readonly Diagnostic[], colors: Colors): string {
  if (rest.length === 0) return ''
  const lines = [...new Set(rest.map(({ line }) => String(line)))]
  const count = rest.reduce((sum, found) => sum + countOf(found), 0)
  let text = `and ${count} more: ${lines.length === 1 ? 'line' : 'lines'} ${lines[0]}`
  for (const line of lines.slice(1)) {
    if (text.length + line.length > widest - 5) {
      text += ', …'
      break
    }
    text += `, ${line}`
  }
  return `\n\n  ${colors.dim(text)}`
}

function block(
  result: Result,
  found: Diagnostic,
  linesOf: (path: string) => readonly string[] | undefined,
  colors: Colors,
  { pageOf }: ReportOptions,
): string {
  const paint = colors[found.severity]
  const place = `${result.path}:${found.line}:${found.column}`
  const lines = [
    `${colors.underline(place)} ${paint(found.severity)} ${terminalLink(colors.bold(found.ruleId), pageOf?.(found.ruleId))}`,
    `  ${found.message}${found.fix ? colors.dim(` [${found.fix.title}${found.fix.safe ? '' : ', unsafe'}]`) : ''}`,
    '',
    indent(codeFrame(linesOf(result.path)!, found, { gutter: colors.dim, mark: paint })),
  ]
  for (const related of found.related ?? []) {
    const path = related.path ?? result.path
    const there = linesOf(path)
    lines.push('', `  ${colors.underline(`${path}:${related.line}:${related.column}`)} ${related.message}`)
    if (there) lines.push(indent(codeFrame(there, related, { gutter: colors.dim, mark: colors.dim })))
  }
  return lines.join('\n')
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
