/** Paragraphs in the source: their lines, without indentation. */
import type { ElementNode } from '../rst/index.ts'
import type { Document, FoundElement } from './rule.ts'
import { type Text, textsOf } from './texts.ts'

/** The paragraphs that are on lines of their own. */
export function paragraphsOf(document: Document): readonly Text[] {
  return document.remember(ownParagraphs)
}

function ownParagraphs(document: Document): readonly Text[] {
  return textsOf(document).filter(({ node, sharesLines }) => node.type === 'paragraph' && !sharesLines)
}

/** The marker of a list at the start of a text, and the spaces after it, in reStructuredText or as readers understand it. */
export interface ListMarker {
  kind: 'bullet' | 'auto' | 'number' | 'letter'
  /** With the spaces after it. */
  text: string
  /** The value of a number; the position of a letter in the alphabet. */
  ordinal: number
  /** The characters around the enumerator, e.g. `.` or `()`. */
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

/** The element before or after another one with the same parent. */
export function siblingOf({ node, parents }: FoundElement, step: 1 | -1): ElementNode | undefined {
  const siblings = parents.at(-1)?.children ?? []
  const sibling = siblings[siblings.indexOf(node) + step]
  return sibling && sibling.type !== 'text' ? (sibling as ElementNode) : undefined
}

/** The line ending of the document. */
export function newlineOf(document: Document): string {
  return document.lines.find((line) => line.ending)?.ending ?? '\n'
}
