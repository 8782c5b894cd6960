/** The input of a report, and the type of a format. */
import type { Diagnostic, Rule, Severity } from '../lint/index.ts'
import { loneSurrogate, partAround, printable, printableIn, withoutCommands } from '../text/index.ts'

/** The findings in a file. */
export interface Result {
  /** The path as the user wrote it, relative to where the report is read. */
  path: string
  source: string
  diagnostics: readonly Diagnostic[]
}

export interface ReportOptions {
  /** Colours for a terminal. */
  color?: boolean
  /** The address of the page of a rule, for terminals that show links. */
  pageOf?: (ruleId: string) => string | undefined
  /** For people: shows every finding in full, also if the file has others of the same rule. */
  all?: boolean
  /** The command that applies fixes, in the summary. Default: the one that runs, with `--fix`. */
  fixCommand?: string
  /** For people: no summary. */
  quiet?: boolean
  /** The rules that ran, for formats that describe them. */
  rules?: readonly Pick<Rule, 'name' | 'what' | 'why' | 'severity'>[]
  /** The version of goaldoc, for formats that contain it. */
  version?: string
}

/** A format. The same results always give the same bytes. */
export interface Format {
  name: string
  /** One sentence for the help of the command line. */
  description: string
  /** Whether the output says how findings can be fixed. If it does not, the fixes need no check. */
  showsFixes?: boolean
  format(results: readonly Result[], options?: ReportOptions): string
}

/** Results whose texts are single lines without control characters. Their sources are unchanged, because code frames need them.
 */
export function printableResults(results: readonly Result[]): Result[] {
  const inLine = (text: string) => withoutCommands(printable(text.replace(/(?<!\s)\s*[\r\n]\s*/g, ' ')))
  return results.map(({ path, source, diagnostics }) => ({
    path: printablePath(path),
    source,
    diagnostics: diagnostics.map((found) => ({
      ...found,
      message: inLine(found.message),
      ...(found.fix ? { fix: { ...found.fix, title: inLine(found.fix.title) } } : {}),
      ...(found.related
        ? {
            related: found.related.map(({ path, ...place }) => ({
              ...printableIn(place),
              ...(path === undefined ? {} : { path: printablePath(path) }),
            })),
          }
        : {}),
    })),
  }))
}

/** The path without control characters. A line that starts with `::` would be a command to a CI runner, so such a path gets `./`
 * in front.
 */
function printablePath(path: string): string {
  return printable(path).replace(/^(?=\s*:)/, './')
}

export interface Counts extends Record<Severity, number> {
  files: number
  /** The numbers of findings that `--fix` fixes, and that need `--unsafe`. */
  fixable: number
  unsafe: number
}

/** How many findings a finding stands for: one, or those of a rule that are only counted. */
export function countOf({ data }: Pick<Diagnostic, 'data'>): number {
  return typeof data?.more === 'number' ? data.more : 1
}

export function countsOf(results: readonly Result[]): Counts {
  const counts: Counts = { error: 0, warning: 0, info: 0, files: results.length, fixable: 0, unsafe: 0 }
  for (const { diagnostics } of results) {
    for (const found of diagnostics) {
      const { severity, fix } = found
      counts[severity] += countOf(found)
      if (fix) counts[fix.safe ? 'fixable' : 'unsafe']++
    }
  }
  return counts
}

/** `1 error`, `2 errors`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** A path as a URI reference: `/` between folders, and every character that a URI cannot contain as `%XX`. */
export function uriOf(path: string): string {
  return path.replace(loneSurrogate, '\ufffd').replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
}

/** A fingerprint of each finding that stays the same when lines move: file, rule, message, the text at the place, and a number for equal
 * findings.
 */
export function fingerprintsOf(result: Result): string[] {
  const seen = new Map<string, number>()
  const lines = result.source.split(/\r\n|\r|\n/)
  return result.diagnostics.map((found) => {
    const key = [result.path, found.ruleId, found.message, partAround(lines[found.line - 1]!, found.column).trim()].join('\0')
    const count = seen.get(key) ?? 0
    seen.set(key, count + 1)
    return hash(`${key}\0${count}`)
  })
}

/** 64 bits, as two FNV-1a hashes with different start values: short, the same on every platform, and not a secret. */
function hash(text: string): string {
  return [0x811c9dc5, 0x01234567]
    .map((seed) => {
      let value = seed
      for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
      return (value >>> 0).toString(16).padStart(8, '0')
    })
    .join('')
}
