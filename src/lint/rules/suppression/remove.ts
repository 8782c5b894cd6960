/** Removes a suppression. */
import type { Edit } from '../../../text/index.ts'
import type { Document } from '../../rule.ts'
import type { Suppression } from '../../suppressions.ts'

/** The line of the comment, with the blank lines below it where there are some above it as well. */
export function removeComment(document: Document, suppression: Suppression): Edit {
  const { lines, source } = document
  const index = document.lineAt(suppression.offset)
  const isBlank = (at: number) => lines[at] === undefined || lines[at]!.text.trim() === ''
  let next = index + 1
  if (isBlank(index - 1)) while (lines[next] && isBlank(next)) next++
  return { offset: lines[index]!.offset, endOffset: lines[next]?.offset ?? source.length, text: '' }
}
