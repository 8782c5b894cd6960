/** The titles of a document as they are written. */
import { columnWidth } from '../rst/index.ts'
import type { SourceLine } from './lines.ts'
import type { Document } from './rule.ts'

export interface Title {
  /** The text, without indentation. */
  text: string
  /** Its line, and those of its adornment. */
  line: SourceLine
  overline?: SourceLine
  underline: SourceLine
  /** Offsets of the text. */
  offset: number
  end: number
  /** The adornment's character, with `overlined ` before it where there is an overline. */
  style: string
  /** How long the adornment has to be. */
  width: number
}

const adornment = /^([!-/:-@[-`{-~])\1*\s*$/

/** The titles in document order, those of the document and of its sections alike. */
export function titlesOf(document: Document): Title[] {
  return document
    .all('title')
    .map(({ node }) => document.lineAt(node.position.start.offset))
    .flatMap((index) => titleAround(document.lines, index) ?? [])
}

/** The title whose text or overline stands on a line. */
function titleAround(lines: readonly SourceLine[], index: number): Title | undefined {
  for (const at of [index, index + 1]) {
    const line = lines[at]
    const underline = lines[at + 1]
    if (!line || !underline || line.text.trim() === '' || !adornment.test(underline.text)) continue
    const above = lines[at - 1]
    const character = underline.text[0]!
    const overline = above && adornment.test(above.text) && above.text[0] === character ? above : undefined
    if (at !== index && !overline) continue
    const text = line.text.trim()
    const indent = line.text.indexOf(text)
    const widths = columnWidth(text)
    return {
      text,
      line,
      ...(overline ? { overline } : {}),
      underline,
      offset: line.offset + indent,
      end: line.offset + indent + text.length,
      style: `${overline ? 'overlined ' : ''}${character}`,
      width: widths + 2 * indent,
    }
  }
  return undefined
}
