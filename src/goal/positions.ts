/** Where the values of a goal stand in the text that it was read from. */
import type { Path } from './validate.ts'

/** A place in a text: line and column are 1-based, offsets 0-based, all in UTF-16 units; the ends are exclusive. */
export interface Place {
  line: number
  column: number
  endLine: number
  endColumn: number
  offset: number
  endOffset: number
}

/** A part of a text, by offsets in it. */
export interface Within {
  offset: number
  endOffset: number
}

/** Finds the place of the value at a path, or of a part of it; nothing where the text has no such value. */
export type Places = (path: Path, within?: Within) => Place | undefined

// Goals are plain data that people copy and compare, so their places are kept beside them.
const registry = new WeakMap<object, Places>()

/** Remembers where the values of a goal stand. */
export function rememberPositions(goal: object, places: Places): void {
  registry.set(goal, places)
}

/** The place of a value of a goal, or of the nearest value around it; nothing for a goal that no text was read for. */
export function positionsOf(goal: object): Places | undefined {
  return registry.get(goal)
}

/** Offsets of a text to lines and columns. Lines end with LF, CR LF or CR. */
export function lineIndex(source: string): (offset: number) => { line: number; column: number } {
  const starts = [0]
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 10 || (code === 13 && source.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - starts[low]! + 1 }
  }
}

/** The place between two offsets. */
export function placeBetween(at: ReturnType<typeof lineIndex>, offset: number, endOffset: number): Place {
  const start = at(offset)
  const end = at(endOffset)
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column, offset, endOffset }
}
