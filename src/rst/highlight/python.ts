/** Python. */
import type { HighlightedPart } from './index.ts'

/** Takes Python apart. */
export function python(code: string): HighlightedPart[] {
  return [{ text: code, classes: [] }]
}
