/** Edits of whole lines that turn one text into another, so that cursor and marks stay in place. */
import { diffArrays } from 'diff'
import { type Edit, linesOf } from '../text/index.ts'

export function editsBetween(before: string, after: string): Edit[] {
  const lines = (text: string) => linesOf(text).map(({ text: line, ending }) => line + ending)
  const edits: Edit[] = []
  let offset = 0
  let last: Edit | undefined
  for (const { value, added, removed } of diffArrays(lines(before), lines(after))) {
    const text = value.join('')
    if (!added && !removed) {
      offset += text.length
      last = undefined
      continue
    }
    if (!last) {
      last = { offset, endOffset: offset, text: '' }
      edits.push(last)
    }
    if (added) last.text += text
    else {
      offset += text.length
      last.endOffset = offset
    }
  }
  return edits
}
