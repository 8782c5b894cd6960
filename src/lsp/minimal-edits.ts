/** Edits of whole lines that turn one text into another, so that cursor and marks stay in place. */
import { differingParts, type Edit, linesOf } from '../text/index.ts'

export function editsBetween(before: string, after: string): Edit[] {
  const [old, changed] = [linesOf(before), linesOf(after)]
  const whole = ({ text, ending }: (typeof old)[number]) => text + ending
  return differingParts(old.map(whole), changed.map(whole)).map(({ a, aEnd, b, bEnd }) => ({
    offset: old[a]?.offset ?? before.length,
    endOffset: aEnd > a ? old[aEnd - 1]!.next : (old[a]?.offset ?? before.length),
    text: changed.slice(b, bEnd).map(whole).join(''),
  }))
}
