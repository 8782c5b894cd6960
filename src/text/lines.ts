/** The lines of a text, and places by offset. */

/** A piece of a text: lines and columns are 1-based, offsets 0-based, ends exclusive; all count UTF-16 code units. */
export interface Place {
  line: number
  column: number
  endLine: number
  endColumn: number
  offset: number
  endOffset: number
}

export interface SourceLine {
  /** 1-based. */
  number: number
  /** Without its ending. */
  text: string
  /** Offsets of the first character, after the last one, and after the line ending. */
  offset: number
  end: number
  next: number
  /** `\n`, `\r\n`, `\r`, or empty at the end of the source. */
  ending: string
}

/** The lines of a text. A newline at the end of the text does not start another line. */
export function linesOf(source: string): SourceLine[] {
  const lines: SourceLine[] = []
  const { length } = source
  let [offset, feed, carriage] = [0, -1, -1]
  while (offset < length) {
    // Each is searched only when the last one found is passed: most documents have no carriage return.
    if (feed < offset) feed = indexOr(length, source, '\n', offset)
    if (carriage < offset) carriage = indexOr(length, source, '\r', offset)
    const end = Math.min(feed, carriage)
    const next = Math.min(feed === end + 1 && carriage === end ? feed + 1 : end + 1, length)
    lines.push({ number: lines.length + 1, text: source.slice(offset, end), offset, end, next, ending: source.slice(end, next) })
    offset = next
  }
  return lines
}

/** Where a text is found from an offset on; `missing` if it is not. */
function indexOr(missing: number, source: string, text: string, from: number): number {
  const found = source.indexOf(text, from)
  return found < 0 ? missing : found
}

/** The index of the line that contains an offset; the last line for the end of the source. */
export function lineIndexAt(lines: readonly SourceLine[], offset: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lines[middle]!.offset <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** The place between two offsets. The end of a source that ends with a newline is the start of the line after it. */
export function placeOf(
  lines: readonly SourceLine[],
  offset: number,
  endOffset: number,
  first = lineIndexAt(lines, offset),
): Place {
  const line = lines[first]
  const start = pointOf(line, offset)
  // Most places are on one line.
  const end = pointOf(line && endOffset < line.next ? line : lines[lineIndexAt(lines, endOffset)], endOffset)
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column, offset, endOffset }
}

function pointOf(line: SourceLine | undefined, offset: number): { line: number; column: number } {
  if (!line) return { line: 1, column: 1 }
  if (offset >= line.next && line.ending) return { line: line.number + 1, column: offset - line.next + 1 }
  return { line: line.number, column: Math.min(offset, line.end) - line.offset + 1 }
}

/** Finds places in a text. The lines are split when the first place is needed. */
export function placesIn(source: string): (offset: number, endOffset: number) => Place {
  let lines: SourceLine[] | undefined
  return (offset, endOffset) => {
    lines ??= linesOf(source)
    return placeOf(lines, offset, endOffset)
  }
}

/** What is compared of the line of a finding. Lines of documents are shorter. */
const longestText = 2000

/** The part of a line around a column (1-based) that tells a finding from others. A long line may have a finding in every column. */
export function partAround(line: string, column: number): string {
  const from = Math.max(0, column - longestText / 2)
  return line.length > longestText ? line.slice(from, from + longestText) : line
}

/** The ends of lines to docutils, for which some separators within a line of an editor end it too. */
const docutilsLineEnds = /\r\n|[\r\n\x1c-\x1e\x85\u2028\u2029]/g

/** The lines of a text to docutils beyond the first `most`; `undefined` if there are none. Takes no memory, however many there are. */
export function linesBeyond(source: string, most: number): { count: number; offset: number; endOffset: number } | undefined {
  let [count, start, end, offset, endOffset] = [0, 0, 0, -1, -1]
  docutilsLineEnds.lastIndex = 0
  for (; start < source.length; start = end) {
    end = docutilsLineEnds.test(source) ? docutilsLineEnds.lastIndex : source.length
    if (count === most) [offset, endOffset] = [start, end]
    count++
  }
  return count > most ? { count, offset, endOffset } : undefined
}
