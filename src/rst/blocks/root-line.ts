/** The line of docutils' outermost state machine, which messages without their own line report. */
import type { Cursor } from './construct.ts'

/** Whether docutils' outermost state machine reads the lines at the cursor, which gives messages without a line their line. */
export function isOutermost({ parser, sections }: Cursor): boolean {
  return sections?.isRoot === true && (sections.open.length === 0 || parser.docutils.sectionsInPlace)
}

/** Call it when lines `first` (by default the cursor) to `next` are cut out of the block. docutils' outermost state machine is
 * then at the last of these lines, and stays there while nested ones read the other items of a list.
 */
export function advanceRootLine(cursor: Cursor, next: number, first = cursor.index): void {
  const { parser, block } = cursor
  if (!isOutermost(cursor) || parser.rootLine !== block[first]!.number + 1) return
  parser.rootLine = block[Math.max(0, next - 1)]!.number + 1
}
