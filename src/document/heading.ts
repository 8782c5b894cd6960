/** Titles and their adornments: `=`, `overlined =`, and `inset =`, where the title is indented by one column; with `+2` the adornment is
 * two columns longer than the line of the title.
 */
import { columnWidth, type ElementNode } from '../rst/index.ts'
import { readLine, writeLine } from './plain.ts'
import type { Range } from './reading.ts'
import { lineEnd, lineStart, nextLine, trimRange } from './text.ts'

export interface Heading {
  /** The title with its adornment. */
  range: Range
  /** The title alone. */
  title: Range
  /** Its text: without backslashes that only prevent it from being read as something else. */
  text: string
  adornment: string
}

/** The heading of a section in the source. */
export function readHeading(source: string, section: ElementNode): Heading {
  const { first, line, isOverlined, titleStart, inner } = titleOf(source, section)
  const underline = nextLine(source, titleStart)
  const rule = source.slice(underline, lineEnd(source, underline)).trimEnd()
  const own = source.slice(line, inner.end)
  const style = isOverlined ? (inner.start > line ? 'inset ' : 'overlined ') : ''
  const longer = rule.length - columnWidth(own)
  const usual = style === 'inset ' ? insetOverhang : 0
  return {
    range: { start: first, end: Math.max(lineEnd(source, underline), inner.end) },
    title: inner,
    text: textOfTitle(source, inner, isOverlined),
    adornment: `${style}${rule[0] ?? '='}${style !== '' && longer >= 0 && longer !== usual ? `+${longer}` : ''}`,
  }
}

/** The text of the heading of a section. */
export function readTitle(source: string, section: ElementNode): string {
  const { inner, isOverlined } = titleOf(source, section)
  return textOfTitle(source, inner, isOverlined)
}

/** Where the heading of a section starts (`first`), the line of its title, and the title itself. */
function titleOf(source: string, section: ElementNode) {
  const start = section.position.start.offset
  const node = section.children.find((child) => child.type === 'title')
  const titleStart = node?.position.start.offset ?? start
  const [first, line] = [lineStart(source, start), lineStart(source, titleStart)]
  const { start: from, end } = trimRange(source, { start: line, end: lineEnd(source, titleStart) })
  const inner = { start: end - source.slice(from, end).trimStart().length, end }
  return { first, line, isOverlined: line > first, titleStart, inner }
}

function textOfTitle(source: string, { start, end }: Range, isOverlined: boolean): string {
  return readLine(source.slice(start, end), isOverlined ? 'overlined title' : 'title')
}

/** The adornment of an inset title extends by the same amount on the right as on the left. */
const insetOverhang = 1

/** Writes a title with an adornment. */
export function writeHeading(title: string, adornment: string): string {
  const [, style = '', character = '=', longer] = /^(overlined |inset )?(.)(?:\+(\d+))?$/.exec(adornment) ?? []
  const written = writeLine(title, style === '' ? 'title' : 'overlined title')
  const line = style === 'inset ' ? ` ${written}` : written
  const overhang = longer === undefined ? (style === 'inset ' ? insetOverhang : 0) : Number(longer)
  const rule = character.repeat(Math.max(1, columnWidth(line) + overhang))
  return style === '' ? `${line}\n${rule}` : `${rule}\n${line}\n${rule}`
}
