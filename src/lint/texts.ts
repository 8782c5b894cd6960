/** Running text of all kinds: paragraphs, titles, terms, cells of tables, lines of line blocks, fields, footnotes, captions. */
import type { ElementNode } from '../rst/index.ts'
import type { SourceLine } from '../text/index.ts'
import type { Document, FoundElement } from './rule.ts'

/** A line of a text. */
export interface ProseLine {
  text: string
  /** Offsets of the first character that is not white space, and after the last one. */
  offset: number
  end: number
  /** Columns before the text. */
  indent: number
  /** Index in `document.lines`. */
  index: number
}

export interface Text extends FoundElement {
  /** Without indentation, and without other table cells on the same lines. */
  lines: readonly ProseLine[]
  /** The source lines, joined by newlines. */
  source: string
  /** Whether it is in a cell of a grid, simple or CSV table. */
  sharesLines: boolean
  /** What `plainSource` returned; several rules ask for it. */
  plain: string | undefined
  /** Where each line begins in `source`; computed on first use. */
  starts: readonly number[] | undefined
}

/** Elements whose children are text and inline markup. */
const textTypes = 'paragraph title subtitle term classifier line field_name caption attribution rubric'.split(' ')

/** The texts of a document, in its order. */
export function textsOf(document: Document): readonly Text[] {
  return document.remember(readTexts)
}

function readTexts(document: Document): readonly Text[] {
  const texts: Text[] = []
  for (const found of document.all(...textTypes)) {
    // Elements compute the list of their parents.
    const { node, parents } = found
    const lines = linesOfText(document, node, parents)
    if (lines.length === 0) continue
    const source = lines.length === 1 ? lines[0]!.text : lines.map(({ text }) => text).join('\n')
    const sharesLines = parents.some((parent) => isTable(document, parent))
    texts.push({ node, parents, lines, source, sharesLines, plain: undefined, starts: undefined })
  }
  return texts
}

/** The offset in the document of an index in `text.source`. */
export function offsetIn(text: Text, index: number): number {
  const { lines } = text
  const first = lines[0]!.offset
  if (lines.length === 1) return first + index
  let [low, high] = [0, lines.length - 1]
  text.starts ??= startsOf(lines)
  const { starts } = text
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= index) low = middle
    else high = middle - 1
  }
  return low === 0 ? first + index : lines[low]!.offset + index - starts[low]!
}

interface Match {
  match: RegExpExecArray
  offset: number
  endOffset: number
}

/** The matches of a pattern in a text, outside of literals, with their places in the document. */
export function matchesIn(document: Document, text: Text, pattern: RegExp): Iterable<Match> {
  // Most texts have no match; `test` avoids a generator and a copy of the pattern.
  pattern.lastIndex = 0
  return pattern.test(text.source) ? placedMatches(document, text, pattern) : []
}

/** One at a time: a text may have thousands. */
function* placedMatches(document: Document, text: Text, pattern: RegExp): Generator<Match> {
  pattern.lastIndex = 0
  for (const match of text.source.matchAll(pattern)) {
    const offset = offsetIn(text, match.index)
    if (document.isLiteral(offset)) continue
    yield { match, offset, endOffset: offsetIn(text, match.index + match[0].length - 1) + 1 }
  }
}

/** The cells of a `list-table` are on lines of their own. */
function isTable({ source }: Document, { type, position }: ElementNode): boolean {
  return type === 'table' && !/^\.\. +list-table\b/.test(source.slice(position.start.offset, position.start.offset + 80))
}

/** Where each line begins in the source of its text. */
function startsOf(lines: readonly ProseLine[]): readonly number[] {
  let at = 0
  return lines.map(({ text }) => {
    at += text.length + 1
    return at - text.length - 1
  })
}

function linesOfText(document: Document, node: ElementNode, parents: readonly ElementNode[]): ProseLine[] {
  const [start, end] = extentOf(node)
  const { source, lines } = document
  const found: ProseLine[] = []
  const cell = parents.findLast(isEntry)?.data?.lines as readonly [number, number][] | undefined
  if (cell) {
    for (const [from, to] of cell) {
      if (to <= start || from >= end) continue
      const index = document.lineAt(from)
      addLine(found, source, lines[index]!, index, Math.max(from, start), Math.min(to, end))
    }
    return found
  }
  for (let index = document.lineAt(start); index < lines.length; index++) {
    const line = lines[index]!
    if (line.offset >= end) break
    addLine(found, source, line, index, Math.max(line.offset, start), Math.min(line.end, end))
  }
  return found
}

function isEntry({ type }: ElementNode): boolean {
  return type === 'entry'
}

/** Adds the part of a line between two offsets, without white space at its ends, unless nothing is left. */
function addLine(found: ProseLine[], source: string, line: SourceLine, index: number, from: number, to: number): void {
  let offset = from
  let end = to
  while (offset < end && isSpace(source, offset)) offset++
  while (end > offset && isSpace(source, end - 1)) end--
  if (offset >= end) return
  // Most lines of prose are whole lines: their text is there already.
  const text = offset === line.offset && end === line.end ? line.text : source.slice(offset, end)
  found.push({ text, offset, end, indent: offset - line.offset, index })
}

/** White space to JavaScript's `trim`. */
function isSpace(source: string, offset: number): boolean {
  const code = source.charCodeAt(offset)
  return code <= 32 ? code === 32 || (code >= 9 && code <= 13) : code >= 160 && source[offset]!.trim() === ''
}

/** A paragraph is exactly its lines; in other elements, the marker before the text is not part of the text. */
function extentOf({ type, position, children }: ElementNode): [number, number] {
  const [first, last] = [children[0], children.at(-1)]
  if (type === 'paragraph' || !first || !last) return [position.start.offset, position.end.offset]
  return [first.position.start.offset, last.position.end.offset]
}
