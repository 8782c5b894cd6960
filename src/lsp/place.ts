/** Converts places to ranges of the protocol, whose lines and characters are 0-based. */
import type { Range } from 'vscode-languageserver'
import type { Edit, Place } from '../text/index.ts'

/** The columns need no conversion: both sides count UTF-16 code units. */
export function rangeOf({ line, column, endLine, endColumn }: Place): Range {
  return { start: { line: line - 1, character: column - 1 }, end: { line: endLine - 1, character: endColumn - 1 } }
}

/** Converts offsets to positions. */
interface Positions {
  positionAt(offset: number): Range['start']
}

export function rangeBetween(text: Positions, offset: number, endOffset: number): Range {
  return { start: text.positionAt(offset), end: text.positionAt(endOffset) }
}

export function textEdits(text: Positions, edits: readonly Edit[]): { range: Range; newText: string }[] {
  return edits.map(({ offset, endOffset, text: newText }) => ({ range: rangeBetween(text, offset, endOffset), newText }))
}

/** Whether two ranges overlap or touch. */
export function areTouching(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start)
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character)
}
