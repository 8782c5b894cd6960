/** The `csv-table` directive: a table of comma-separated values. Files and addresses are never opened. */
import type { Parser } from '../context.ts'
import type { Block } from '../lines.ts'
import { buildTable, type Cell } from '../tables/index.ts'
import { type CsvDialect, type CsvField, fieldLines, readCsv } from './csv.ts'
import { type Directive, fail, type Invocation } from './directive.ts'
import { encoding, flag, path, singleCharacter, singleCharacterOrWhitespace, unchanged, uri } from './options.ts'
import { checkDimensions, columnWidths, countOf, dataTableOptions, finishTable, tableTitle, widthsClass } from './table.ts'

/** Rows of tables with more cells are not filled up with empty ones, which takes docutils minutes. */
const mostCells = 2_000_000

/** Older versions read the header in this dialect, whatever the options say. */
const headerDialect: CsvDialect = { delimiter: ',', quote: '"', escape: '\\', doubleQuote: false, skipInitialSpace: true }

export const csvTable: Directive = {
  names: ['csv-table'],
  optionalArguments: 1,
  finalArgumentWhitespace: true,
  options: {
    ...dataTableOptions,
    header: unchanged,
    file: path,
    url: uri,
    encoding,
    delim: singleCharacterOrWhitespace,
    keepspace: flag,
    quote: singleCharacter,
    escape: singleCharacter,
  },
  content: true,
  run(invocation) {
    const { parser, name, content, contentOffset, options, start, end } = invocation
    if (options.has('file') || options.has('url')) {
      return fail(invocation, 2, `File and URL access deactivated; ignoring "${name}" directive.`)
    }
    const { title, messages } = tableTitle(invocation)
    if (content.length === 0) {
      return fail(invocation, 2, `The "${name}" directive requires content; none supplied.`)
    }
    const headerLines = headerOf(invocation)
    const dialect = dialectOf(invocation)
    const header = readCsv(headerLines, parser.docutils.csvHeaderDialect ? dialect : headerDialect)
    const data = 'problem' in header ? header : readCsv(content, dialect)
    if ('problem' in header || 'problem' in data) {
      const problem = 'problem' in header ? header.problem : (data as { problem: string }).problem
      return fail(invocation, 3, `Error with CSV data in "${name}" directive:\n${problem}`)
    }
    const headerRows = countOf(invocation, 'header-rows')
    const stubColumns = countOf(invocation, 'stub-columns')
    const most = [...header.rows, ...data.rows].reduce((count, row) => Math.max(count, row.length), 0)
    const columns = columnWidths(invocation, most)
    const problem =
      checkDimensions(invocation, data.rows, headerRows, stubColumns) ?? ('problem' in columns ? columns.problem : undefined)
    if (problem !== undefined) return fail(invocation, 3, problem)

    // One long record extends every short one. Nobody intends millions of empty cells.
    const width = most * (header.rows.length + data.rows.length) > mostCells ? 0 : most
    // Rows of the header come first.
    const { length } = header.rows
    const headerPlaces = emptyRowPlaces(header.rows, headerLines[0]?.start ?? start)
    const firstLine = contentOffset - (parser.docutils.cellLines ? 1 : 0)
    const places = emptyRowPlaces(data.rows, content[0]!.start)
    const table = buildTable(
      parser,
      {
        columns: (columns as { widths: number[] }).widths,
        headRows: length + headerRows,
        rowCount: length + data.rows.length,
        row: (index) =>
          index < length
            ? cellsOf(parser, header.rows[index] as CsvField[], width, firstLine, headerPlaces[index]!)
            : cellsOf(parser, data.rows[index - length] as CsvField[], width, firstLine, places[index - length]!),
      },
      { start: Math.min(headerLines[0]?.start ?? end, content[0]!.start), end },
      { stubColumns, classes: widthsClass(invocation) },
    )
    table.position = parser.position(start, end)
    finishTable(invocation, table, title, parser.docutils.elementLine ? contentOffset : undefined)
    return [table, ...messages]
  },
}

/** The lines of the `header` option. An empty one is an empty record. */
function headerOf({ options, optionLines, content }: Invocation): Block {
  const lines = optionLines.get('header')
  if (lines?.length === 0 && options.has('header')) return [{ text: '', number: 0, start: content[0]!.start }]
  return lines ?? []
}

function dialectOf({ options }: Invocation): CsvDialect {
  const { delim, quote, escape: escapeCharacter } = Object.fromEntries(options) as Record<string, string | undefined>
  return {
    delimiter: delim ?? ',',
    quote: quote ?? '"',
    escape: escapeCharacter,
    doubleQuote: escapeCharacter === undefined,
    skipInitialSpace: !options.has('keepspace'),
  }
}

/** The place of a row without fields: after the row before. */
function emptyRowPlaces(rows: readonly CsvField[][], start: number): number[] {
  let place = start
  return rows.map((fields) => {
    const before = place
    place = fields.at(-1)?.offsets.at(-1) ?? place
    return before
  })
}

/** The cells of a row, filled up with empty ones. docutils numbers the lines of every cell from the same line. */
function cellsOf(parser: Parser, fields: readonly CsvField[], columns: number, firstLine: number, emptyPlace: number): Cell[] {
  const cells: Cell[] = fields.map((field) => {
    const { offsets } = field
    const own = fieldLines(field, firstLine)
    const isEmpty = own.every(({ text }) => text === '')
    const [start, end] = [offsets[0]!, offsets[offsets.length - 1]!]
    const linesAbove = parser.point(start).line - 1
    return { lines: isEmpty ? [] : own, start, end, moreRows: 0, moreColumns: 0, linesAbove }
  })
  const place = cells[cells.length - 1]?.end ?? emptyPlace
  while (cells.length < columns) cells.push({ lines: [], start: place, end: place, moreRows: 0, moreColumns: 0 })
  return cells
}
