/** How many columns a text takes, which is what a title's underline is measured by. */
import { characterSet } from './ranges.ts'
import { combining, wide } from './unicode-tables.ts'

const isWide = characterSet(wide)
const isCombining = characterSet(combining)

/** The columns of a text: East Asian wide characters take two; combining ones take one off. docutils: `column_width`. */
export function columnWidth(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // The tables have nothing below this.
    if (code < 0x300) {
      width++
      continue
    }
    const codePoint = text.codePointAt(i)!
    if (codePoint > 0xffff) i++
    width += isWide(codePoint) ? 2 : 1
    if (isCombining(codePoint)) width--
  }
  return width
}
