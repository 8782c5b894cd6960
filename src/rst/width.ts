/** The number of columns of a text, which is compared with the underline of a title. */
import { characterSet } from './ranges.ts'
import { combining, wide } from './unicode-tables.ts'

const isWide = characterSet(wide)
const isCombining = characterSet(combining)

/** The number of columns of a text: two for an East Asian wide character, and one less for each combining character. docutils:
 * `column_width`.
 */
export function columnWidth(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    // No character below U+0300 is wide or combining.
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
