/** Titles and their adornments: `=`, `overlined =`, and `inset =`, where the title stands one column in. */
import { columnWidth, type ElementNode } from '../rst/index.ts'
import type { Range } from './reading.ts'
import { lineEnd, lineStart, nextLine, trimRange } from './text.ts'

export interface Heading {
  /** The title with its adornment. */
  range: Range
  /** The title alone. */
  title: Range
  text: string
  adornment: string
}

/** The heading of a section, as it is written. */
export function readHeading(source: string, section: ElementNode): Heading {
  const start = section.position.start.offset
  const node = section.children.find((child) => child.type === 'title')
  const titleStart = node?.position.start.offset ?? start
  const overlined = lineStart(source, titleStart) > lineStart(source, start)
  const title = trimRange(source, { start: lineStart(source, titleStart), end: lineEnd(source, titleStart) })
  const inner = { start: title.start + (/^\s*/.exec(source.slice(title.start, title.end))?.[0].length ?? 0), end: title.end }
  const underline = nextLine(source, titleStart)
  const character = source[underline] ?? '='
  const style = overlined ? (inner.start > title.start ? 'inset ' : 'overlined ') : ''
  return {
    range: { start: lineStart(source, start), end: Math.max(lineEnd(source, underline), inner.end) },
    title: inner,
    text: source.slice(inner.start, inner.end),
    adornment: style + character,
  }
}

/** Writes a title in an adornment. */
export function writeHeading(title: string, adornment: string): string {
  const character = adornment.at(-1) as string
  const inset = adornment.startsWith('inset')
  const rule = character.repeat(Math.max(1, columnWidth(title) + (inset ? 2 : 0)))
  if (inset) return `${rule}\n ${title}\n${rule}`
  return adornment.startsWith('overlined') ? `${rule}\n${title}\n${rule}` : `${title}\n${rule}`
}
