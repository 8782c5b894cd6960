/** Paragraphs as they are written: their lines, without indentation. */
import type { DocumentNode, ElementNode } from '../rst/index.ts'
import type { Document, Found } from './rule.ts'

/** A line of a paragraph. */
export interface ProseLine {
  text: string
  /** Offsets of the first character that is not white space, and behind the last one. */
  offset: number
  end: number
  /** Columns in front of the text. */
  indent: number
  /** Index in `document.lines`. */
  index: number
}

export interface Paragraph extends Found {
  lines: ProseLine[]
}

/** A dozen rules look at the paragraphs of one document. */
const known = new WeakMap<DocumentNode, Paragraph[]>()

/** The paragraphs that stand on lines of their own: those in cells of tables share lines with other cells. */
export function paragraphsOf(document: Document): readonly Paragraph[] {
  const before = known.get(document.tree)
  if (before) return before
  const paragraphs = document
    .all('paragraph')
    .filter(({ parents }) => !parents.some((parent) => parent.type === 'entry'))
    .map((found) => ({ ...found, lines: proseLines(document, found.node) }))
    .filter(({ lines }) => lines.length > 0)
  known.set(document.tree, paragraphs)
  return paragraphs
}

function proseLines(document: Document, node: ElementNode): ProseLine[] {
  const { start, end } = node.position
  const found: ProseLine[] = []
  for (let index = document.lineAt(start.offset); index < document.lines.length; index++) {
    const line = document.lines[index]!
    if (line.offset >= end.offset) break
    const from = Math.max(line.offset, start.offset)
    const piece = document.source.slice(from, Math.min(line.end, end.offset))
    const text = piece.trim()
    if (text === '') continue
    const offset = from + piece.indexOf(text)
    found.push({ text, offset, end: offset + text.length, indent: offset - line.offset, index })
  }
  return found
}

/** A marker of a list at the start of a text, with the blanks behind it, as reStructuredText and its readers know them. */
export interface ListMarker {
  kind: 'bullet' | 'auto' | 'number' | 'letter'
  /** With the blanks behind it. */
  text: string
  /** A number's value; a letter's place in the alphabet. */
  ordinal: number
  /** What stands around the enumerator, e.g. `.` or `()`. */
  format: string
}

const markerShape = /^(?:([*+•‣⁃-])|(\(?)(#|\d{1,3}|[A-Za-z])([.)]))([ \t]+)(?=\S)/u

export function listMarkerOf(text: string): ListMarker | undefined {
  const match = markerShape.exec(text)
  if (!match) return undefined
  const [whole, bullet, before, enumerator, after] = match
  if (bullet) return { kind: 'bullet', text: whole, ordinal: 0, format: bullet }
  const format = `${before}${after}`
  if (before === '(' && after !== ')') return undefined
  if (enumerator === '#') return { kind: 'auto', text: whole, ordinal: 0, format }
  if (/\d/.test(enumerator!)) return { kind: 'number', text: whole, ordinal: Number(enumerator), format }
  return { kind: 'letter', text: whole, ordinal: enumerator!.toLowerCase().charCodeAt(0) - 96, format }
}

/** Whether one marker can follow another in a list. */
export function follows(marker: ListMarker, before: ListMarker): boolean {
  if (marker.format !== before.format) return false
  if (marker.kind === 'auto') return true
  return marker.kind === before.kind && (marker.kind === 'bullet' || marker.ordinal === before.ordinal + 1)
}

/** The element that stands before or behind another one below the same parent. */
export function siblingOf({ node, parents }: Found, step: 1 | -1): ElementNode | undefined {
  const siblings = parents.at(-1)?.children ?? []
  const sibling = siblings[siblings.indexOf(node) + step]
  return sibling && sibling.type !== 'text' ? (sibling as ElementNode) : undefined
}

/** How the document ends its lines. */
export function newlineOf(document: Document): string {
  return document.lines.find((line) => line.ending)?.ending ?? '\n'
}
