/** Where docutils' outermost state machine stands: what messages without a line of their own say. */
import type { Cursor } from './construct.ts'

/** Whether docutils' outermost machine reads the lines at the cursor: then it is where the messages without a line stand. */
export function isOutermost({ parser, sections }: Cursor): boolean {
  return sections?.isRoot === true && (sections.open.length === 0 || parser.docutils.sectionsInPlace)
}

/**
 * To be called when lines `first` (where the cursor stands) to `next` are cut out of the block. The outermost machine then
 * stands on the last of these lines, and stays there while machines within read the further items of a list.
 */
export function standAtLast(cursor: Cursor, next: number, first = cursor.index): void {
  const { parser, block } = cursor
  if (!isOutermost(cursor) || parser.rootLine !== block[first]!.number + 1) return
  parser.rootLine = block[Math.max(0, next - 1)]!.number + 1
}
