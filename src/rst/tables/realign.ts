/** Aligns the columns of a malformed table, if it is clear which text belongs to which cell. */
import { largest } from '../../text/index.ts'
import { trimEnd } from '../whitespace.ts'
import { drawnColumns, rowOf, widthOf } from './fit.ts'

/** The lines of a malformed table (without its indentation), aligned; `undefined` if they can be understood in more than one way,
 * or if nothing changes.
 */
export function realignTable(given: readonly string[]): string[] | undefined {
  const lines = given.map(trimEnd)
  const aligned = lines[0]?.startsWith('+') ? realignGrid(lines) : realignSimple(lines)
  return aligned?.every((line, index) => line === lines[index]) ? undefined : aligned
}

/** Aligns a grid table whose rows all have the same number of cells. */
function realignGrid(lines: readonly string[]): string[] | undefined {
  const isBorder = (line: string) => /^\+(?:[-=]+\+)+$/.test(line)
  const [top] = lines
  if (!top || lines.length < 3 || !isBorder(top) || !isBorder(lines.at(-1)!)) return undefined
  const parts = lines.map((line) => {
    if (isBorder(line)) return line.slice(1, -1).split('+')
    return /^\|.*\|$/.test(line) ? line.slice(1, -1).split('|').map(trimEnd) : []
  })
  const count = parts[0]!.length
  if (parts.some((cells) => cells.length !== count)) return undefined
  const drawn = top.slice(1, -1).split('+')
  const widths = drawn.map((border, column) =>
    Math.max(border.length, largest(lines.map((line, index) => (isBorder(line) ? 0 : neededWidth(parts[index]![column]!))))),
  )
  return lines.map((line, index) => {
    const cells = parts[index]!
    if (isBorder(line)) return `+${widths.map((width, column) => cells[column]![0]!.repeat(width)).join('+')}+`
    return `|${cells.map((text, column) => text + ' '.repeat(widths[column]! - widthOf(text))).join('|')}|`
  })
}

/** The width of a cell: its text, and a space after it. */
function neededWidth(text: string): number {
  return text === '' ? 0 : widthOf(text) + 1
}

/** Aligns a simple table without spans, in which every line has all cells, or follows the columns of the top border. */
function realignSimple(lines: readonly string[]): string[] | undefined {
  const isBorder = (line: string) => /^=[= ]*$/.test(line)
  const [top] = lines
  if (!top || lines.length < 3 || !isBorder(top) || !isBorder(lines.at(-1)!)) return undefined
  const columns = drawnColumns(top)
  if (columns.length < 2 || lines.some((line) => /^-[- ]*$/.test(line))) return undefined
  if (lines.some((line) => isBorder(line) && drawnColumns(line).length !== columns.length)) return undefined
  const cells = lines.map((line) => (isBorder(line) ? [] : cellsOf(line, columns)))
  if (cells.some((found) => found === undefined)) return undefined
  const widths = columns.map(({ from, to }, column) =>
    column === columns.length - 1
      ? to - from
      : Math.max(to - from, largest(cells.map((found) => rowOf(found![column] ?? '').stripped.length))),
  )
  const margins = columns.slice(1).map(({ from }, index) => ' '.repeat(from - columns[index]!.to))
  return lines.map((line, index) => {
    const isRule = isBorder(line)
    const texts = isRule ? widths.map((width) => '='.repeat(width)) : cells[index]!
    return trimEnd(
      texts
        .map(
          (text, column) =>
            text! + ' '.repeat(Math.max(0, widths[column]! - rowOf(text!).stripped.length)) + (margins[column] ?? ''),
        )
        .join(''),
    )
  })
}

/** The cells of a line: split at the columns if there is only white space between them; otherwise split at spaces, if that gives
 * one cell for each column.
 */
function cellsOf(line: string, columns: readonly { from: number; to: number }[]): (string | undefined)[] | undefined {
  const { stripped } = rowOf(line)
  const isPlain = stripped === line
  const isClean = columns.every(({ to }, index) => {
    const next = columns[index + 1]
    return !next || stripped.slice(to, next.from).trim() === ''
  })
  if (isClean && isPlain) return columns.map(({ from }, index) => trimEnd(line.slice(from, columns[index + 1]?.from)))
  if (/^\s/.test(line)) return undefined
  for (const gap of [/ {2,}/, / +/]) {
    const found = line.split(gap)
    if (found.length === columns.length) return found
  }
  return undefined
}
