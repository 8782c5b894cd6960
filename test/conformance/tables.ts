/** Tables that nobody wrote, well aligned: with code in single backticks, spans, wide characters and several lines in a cell. */
import fc from 'fast-check'
import { columnWidth } from '../../src/rst/index.ts'

const piece = fc.constantFrom('mirror', 'dome', '`dome.open`', '`mirror.x`', 'Mars', '天文台', 'of', 'naïve', '*far*', '``code``')
const line = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(' '))
const cell = fc.array(line, { minLength: 1, maxLength: 2 })
const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - columnWidth(text)))

/** Rows of cells with as many columns each. */
const rows = fc
  .integer({ min: 2, max: 4 })
  .chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }))

const widthsOf = (table: readonly (readonly (readonly string[])[])[], slack: number) =>
  table[0]!.map((_, column) => Math.max(...table.flatMap((row) => row[column]!.map(columnWidth))) + slack)

/** In some rows the last two cells are one. */
export const gridTables = fc
  .tuple(rows, fc.constantFrom(0, 1, 2), fc.boolean(), fc.nat({ max: 4 }), fc.constantFrom('', '  '))
  .map(([table, slack, hasHead, spanned, indent]) => {
    const widths = widthsOf(table, slack)
    const spans = (row: number) => row === spanned && row < table.length && widths.length > 2
    const last = widths.length - 1
    // The corner between two cells is missing where both rows beside the border have one cell there.
    const border = (sign: string) => `+${widths.map((width) => sign.repeat(width + 2)).join('+')}+`
    const lines = [border('-')]
    for (const [index, row] of table.entries()) {
      const height = Math.max(...row.map((texts) => texts.length))
      for (let at = 0; at < height; at++) {
        if (spans(index)) {
          const head = row.slice(0, last - 1).map((texts, column) => ` ${pad(texts[at] ?? '', widths[column]!)} |`)
          lines.push(`|${head.join('')} ${pad(row[last - 1]![at] ?? '', widths[last - 1]! + widths[last]! + 3)} |`)
        } else lines.push(`|${row.map((texts, column) => ` ${pad(texts[at] ?? '', widths[column]!)} |`).join('')}`)
      }
      lines.push(border(hasHead && index === 0 && table.length > 1 ? '=' : '-'))
    }
    return `${lines.map((text) => indent + text).join('\n')}\n`
  })

export const simpleTables = fc
  .tuple(rows, fc.constantFrom(0, 1, 2), fc.boolean(), fc.constantFrom(' ', '  ', '   '), fc.constantFrom('', '  '))
  .map(([table, slack, hasHead, margin, indent]) => {
    const widths = widthsOf(table, slack)
    const border = widths.map((width) => '='.repeat(width)).join(margin)
    const lines = [border]
    for (const [index, row] of table.entries()) {
      const height = Math.max(...row.slice(1).map((texts) => texts.length))
      // A line that begins with a blank column goes on with the row above it.
      for (let at = 0; at < height; at++)
        lines.push(
          row
            .map((texts, column) => pad(column === 0 && at > 0 ? '' : (texts[at] ?? ''), widths[column]!))
            .join(margin)
            .trimEnd(),
        )
      if (hasHead && index === 0 && table.length > 1) lines.push(border)
    }
    lines.push(border)
    return `${lines.map((text) => indent + text).join('\n')}\n`
  })
