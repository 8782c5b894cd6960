/** Comma-separated values, read as Python's `csv` module reads them in its strict mode, with the place of every character. */
import { type Block, type Line, offsetAt } from '../lines.ts'

export interface CsvDialect {
  delimiter: string
  quote: string
  escape?: string
  /** A quote within quotes is written twice. */
  doubleQuote: boolean
  skipInitialSpace: boolean
}

/** A field: its text and the source offset of each of its code units, and of the end. */
export interface CsvField {
  text: string
  offsets: number[]
}

/** The state of the reader within a record. */
type State = 'fieldStart' | 'escaped' | 'inField' | 'inQuotes' | 'escapedInQuotes' | 'quoteInQuotes'

/** The records of some lines, or Python's error message. An empty line is a record without fields. */
export function readCsv(lines: Block, dialect: CsvDialect): { rows: CsvField[][] } | { problem: string } {
  const { delimiter, quote, escape: escapeCharacter, doubleQuote, skipInitialSpace } = dialect
  const rows: CsvField[][] = []
  let row: CsvField[] = []
  let units: string[] = []
  let offsets: number[] = []
  let state: State = 'fieldStart'
  let isFirst = true

  function add(unit: string, offset: number): void {
    units.push(unit)
    offsets.push(offset)
  }
  function endField(offset: number): void {
    row.push({ text: units.join(''), offsets: [...offsets, offset] })
    units = []
    offsets = []
    state = 'fieldStart'
  }
  function endRow(): void {
    rows.push(row)
    row = []
    isFirst = true
  }

  for (const line of lines) {
    for (let i = 0; i <= line.text.length; i++) {
      const isEnd = i === line.text.length
      const unit = isEnd ? '\n' : (line.text[i] as string)
      const offset = offsetAt(line, i)
      switch (state) {
        case 'fieldStart':
          if (isEnd) {
            if (!isFirst) endField(offset)
            endRow()
            continue
          }
          isFirst = false
          if (unit === quote) state = 'inQuotes'
          else if (unit === escapeCharacter) state = 'escaped'
          else if (unit === ' ' && skipInitialSpace) continue
          else if (unit === delimiter) endField(offset)
          else {
            add(unit, offset)
            state = 'inField'
          }
          break
        case 'escaped':
          add(unit, offset)
          // After an escaped line end, the field continues on the next line.
          state = 'inField'
          break
        case 'inField':
          if (isEnd) {
            endField(offset)
            endRow()
          } else if (unit === escapeCharacter) state = 'escaped'
          else if (unit === delimiter) endField(offset)
          else add(unit, offset)
          break
        case 'inQuotes':
          if (unit === escapeCharacter) state = 'escapedInQuotes'
          else if (unit === quote) state = doubleQuote ? 'quoteInQuotes' : 'inField'
          else add(unit, offset)
          break
        case 'escapedInQuotes':
          add(unit, offset)
          state = 'inQuotes'
          break
        default:
          if (unit === quote) {
            add(unit, offset)
            state = 'inQuotes'
          } else if (unit === delimiter) endField(offset)
          else if (isEnd) {
            endField(offset)
            endRow()
          } else return { problem: `'${delimiter}' expected after '${quote}'` }
      }
    }
  }
  if (state === 'inQuotes' || units.length > 0) return { problem: 'unexpected end of data' }
  return { rows }
}

/** The lines of a field, as a block. They are numbered from `first`, which is how docutils counts them. */
export function fieldLines({ text, offsets }: CsvField, first: number): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    // The end of the last line does not start another one.
    if (found < 0 && start === text.length && start > 0) break
    const own = text.slice(start, end)
    const map = Int32Array.from(offsets.slice(start, start + own.length + 1))
    // docutils numbers the lines of a cell from its first.
    const origin = lines.length
    lines.push({ text: /^ *$/.test(own) ? '' : own, number: first + origin, start: map[0] as number, map, origin })
    if (found < 0) break
    start = end + 1
  }
  return lines
}
