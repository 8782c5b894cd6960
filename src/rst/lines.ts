/** The source as lines, and blocks of them, with a way back from every character to its offset.
 *
 * As docutils does before it parses: tabs become spaces up to the next multiple of eight columns, form feeds and vertical
 * tabs become a space, white space at the end of a line is dropped. Only the text of a line changes; `offsetAt` leads back.
 */
export interface Line {
  /** The line as the parser sees it. */
  text: string
  /** 0-based line number in the source. docutils' line is one more. */
  number: number
  /** Source offset of the first character of `text`. */
  start: number
  /** Source offset of every column and of the end, where tabs make them differ from `start + column`. */
  map?: Int32Array
}

/** Some lines that are parsed together: the whole document, a list item, a table cell. docutils: `StringList`. */
export type Block = readonly Line[]

/** The source offset of a column of a line; `column` may be `text.length`, the end. */
export function offsetAt(line: Line, column: number): number {
  return line.map ? (line.map[Math.min(column, line.map.length - 1)] as number) : line.start + column
}

/** A line without its first `columns` characters (fewer where it is shorter). */
export function dedent(line: Line, columns: number): Line {
  if (columns <= 0) return line
  const by = Math.min(columns, line.text.length)
  return { text: line.text.slice(by), number: line.number, start: offsetAt(line, by), map: line.map?.subarray(by) }
}
