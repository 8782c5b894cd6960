/** A line of punctuation: a transition, or the overline of a title. */
import { extent } from '../lines.ts'
import { preservedLines } from '../preserved.ts'
import type { ElementNode } from '../tree.ts'
import { trimEnd } from '../whitespace.ts'
import { columnWidth } from '../width.ts'
import { isAdornment, shortAdornment, titleErrorLevel } from './adornment-line.ts'
import type { Construct, Cursor } from './construct.ts'
import { currentMachine, section } from './section.ts'
import { text } from './text.ts'

export const adornment: Construct = {
  name: 'adornment',
  first: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
  starts: (cursor) => isAdornment(cursor.block[cursor.index]!.text),
  parse(cursor) {
    const { block, index, parser } = cursor
    const line = block[index]!
    if (!cursor.sections) return nestedAdornment(cursor)
    const next = block[index + 1]
    if (!next || next.text === '') {
      if (line.text.length < shortAdornment) return false
      cursor.index = index + 1
      const machine = currentMachine(cursor.sections)
      if (!next && !machine.endsWithTransition) {
        machine.endsWithTransition = true
        return true
      }
      const at = extent([line])
      cursor.nodes.push(parser.element('transition', at.start, at.end))
      return true
    }
    if (isAdornment(next.text)) {
      if (line.text.length < shortAdornment) return shortOverline(cursor)
      return reject(cursor, 3, 'Invalid section title or transition marker.', 2)
    }
    return overlinedTitle(cursor)
  },
}

/** An adornment in a place where titles are not allowed. */
function nestedAdornment(cursor: Cursor): boolean {
  const { block, index, parser } = cursor
  const line = block[index]!
  const written = trimEnd(line.text)
  if (written === '::') return false
  const at = extent([line])
  if (written.length < shortAdornment) {
    const text = "Unexpected possible title overline or transition.\nTreating it as ordinary text because it's so short."
    cursor.nodes.push(parser.message(1, text, line.number + 1, at))
    return false
  }
  return reject(cursor, titleErrorLevel(parser), 'Unexpected section title or transition.', 1)
}

/** Between an overline and what may be its title:
 *
 *   > | ================
 *       ^
 *     | Completion Dates
 *     | ================
 */
function overlinedTitle(cursor: Cursor): boolean {
  const { block, index, parser } = cursor
  const overline = block[index]!
  const title = block[index + 1]!
  const underline = block[index + 2]
  const short = overline.text.length < shortAdornment
  if (!underline) return short ? shortOverline(cursor) : reject(cursor, titleErrorLevel(parser), 'Incomplete section title.', 2)
  if (!isAdornment(underline.text)) {
    return short
      ? shortOverline(cursor)
      : reject(cursor, titleErrorLevel(parser), 'Missing matching underline for section title overline.', 3)
  }
  if (overline.text !== underline.text) {
    return short ? shortOverline(cursor) : reject(cursor, titleErrorLevel(parser), 'Title overline & underline mismatch.', 3)
  }
  const messages: ElementNode[] = []
  if (columnWidth(title.text) > overline.text.length) {
    if (short) return shortOverline(cursor)
    const lines = block.slice(index, index + 3)
    const line = overline.number + 1
    messages.push(
      parser.message(2, 'Title overline too short.', line, extent(lines), [preservedLines(parser, 'literal_block', lines)]),
    )
  }
  section(cursor, { overline, title, underline, first: index, next: index + 3, messages })
  return true
}

/** Reports `count` lines and drops them from the document. */
function reject(cursor: Cursor, level: 3 | 4, text: string, count: number): boolean {
  const { parser } = cursor
  const lines = cursor.block.slice(cursor.index, cursor.index + count)
  const line = lines[0]!.number + 1
  cursor.nodes.push(parser.message(level, text, line, extent(lines), [preservedLines(parser, 'literal_block', lines)]))
  cursor.index += lines.length
  return true
}

function shortOverline(cursor: Cursor): boolean {
  const line = cursor.block[cursor.index]!
  const message = "Possible incomplete section title.\nTreating the overline as ordinary text because it's so short."
  cursor.nodes.push(cursor.parser.message(1, message, line.number + 1, extent([line])))
  return text.parse(cursor)
}
