/** Removes a suppression. */
import type { Edit } from '../../../text/index.ts'
import type { Document } from '../../rule.ts'
import type { Suppression } from '../../suppressions.ts'

/** The line of the comment. The blank lines below it are included if there are also some above it. */
export function removeComment(document: Document, suppression: Suppression): Edit {
  const { lines, source } = document
  const index = document.lineAt(suppression.offset)
  const isBlank = (at: number) => lines[at] === undefined || lines[at]!.text.trim() === ''
  let next = index + 1
  if (isBlank(index - 1)) while (lines[next] && isBlank(next)) next++
  return { offset: lines[index]!.offset, endOffset: lines[next]?.offset ?? source.length, text: '' }
}
