/** Lines of punctuation, and the messages about wrong titles. */
import type { Parser } from '../context.ts'

/** Adornments shorter than this may be text: `...`, `--`, `::`. */
export const shortAdornment = 4

/** Whether a line is one ASCII punctuation character, repeated. Only in the cell of a CSV table, spaces may follow. */
export function isAdornment(line: string): boolean {
  const code = line.charCodeAt(0)
  const punctuation =
    (code >= 33 && code <= 47) || (code >= 58 && code <= 64) || (code >= 91 && code <= 96) || (code >= 123 && code <= 126)
  if (!punctuation) return false
  let i = 1
  while (line.charCodeAt(i) === code) i++
  while (line.charCodeAt(i) === 32) i++
  return i === line.length
}

/** The severity of a wrong title. */
export function titleErrorLevel(parser: Parser): 3 | 4 {
  return parser.docutils.titleErrors ? 3 : 4
}
