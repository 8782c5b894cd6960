/** The source lines around a finding, with a mark below the place. */
import { printable } from '../text/index.ts'

export interface FramePlace {
  line: number
  column: number
  endLine: number
  endColumn: number
}

export interface FrameStyle {
  gutter(text: string): string
  mark(text: string): string
}

const plain: FrameStyle = { gutter: (text) => text, mark: (text) => text }

/** Longer lines are cut around the place, so that a frame fits a terminal. */
const widest = 120

/** The lines of a text, split once for the frames of all its findings. */
export function frameLines(source: string): string[] {
  return source.split(/\r\n|\r|\n/)
}

/** A code frame, without a newline at its end:
 *
 *      1 | Telescopes:
 *    > 2 | * Hubble
 *        | ^^^^^^^^
 *      3 | * Kepler
 */
export function codeFrame(lines: readonly string[], place: FramePlace, style: FrameStyle = plain): string {
  // The position after the last newline counts as a line only if the finding is there.
  const isOpenEnded = lines.length > 1 && lines.at(-1) === '' && place.line < lines.length
  const first = Math.max(1, place.line - 1)
  const last = Math.min(isOpenEnded ? lines.length - 1 : lines.length, place.line + 1)
  const width = String(last).length
  const shift = Math.max(0, place.column - widest + 20)
  const shown: string[] = []
  for (let number = first; number <= last; number++) {
    const isMarked = number === place.line
    const text = printable(lines[number - 1]!.slice(shift, shift + widest))
    const gutter = `${isMarked ? '>' : ' '} ${String(number).padStart(width)} |`
    shown.push(`${style.gutter(gutter)}${text ? ` ${text}` : ''}`)
    if (!isMarked) continue
    const end = place.endLine > place.line ? lines[number - 1]!.length + 1 : place.endColumn
    const length = Math.max(1, Math.min(end, shift + widest + 1) - place.column)
    shown.push(
      `${style.gutter(`  ${' '.repeat(width)} |`)} ${' '.repeat(place.column - 1 - shift)}${style.mark('^'.repeat(length))}`,
    )
  }
  return shown.join('\n')
}
