/** Simple reference names: letters and digits, with single `-`, `_`, `.`, `+` and `:` between them. */
import { isIn, namePunctuation, wordLength, wordLengthBefore } from './characters.ts'

/** The end of the longest simple name that starts at `start`; `start` if there is none. */
export function simpleNameEnd(escaped: string, start: number): number {
  let end = start
  for (;;) {
    const next = end > start && isIn(namePunctuation, escaped, end) ? end + 1 : end
    const length = wordLength(escaped, next)
    if (length === 0) return end
    end = next + length
  }
}

/** The start of the longest simple name that ends at `end`, not before `limit`; `end` if there is none. */
export function simpleNameStart(escaped: string, end: number, limit: number): number {
  let start = end
  for (;;) {
    const next = start < end && start > limit && isIn(namePunctuation, escaped, start - 1) ? start - 1 : start
    const length = next > limit ? wordLengthBefore(escaped, next) : 0
    if (length === 0 || next - length < limit) return start
    start = next - length
  }
}
