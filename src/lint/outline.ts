/** The titles of a document in the source. */
import { columnWidth } from '../rst/index.ts'
import { indexFrom, type SourceLine } from '../text/index.ts'
import type { Document, Finding } from './rule.ts'

export interface Title {
  /** The text, without indentation. */
  text: string
  /** The lines of the text and of its adornments. */
  line: SourceLine
  overline?: SourceLine
  underline: SourceLine
  /** Offsets of the text. */
  offset: number
  end: number
  /** The adornment's character, preceded by `overlined ` if there is an overline. */
  style: string
  /** The minimum length of the adornment. */
  width: number
}

interface Adornment {
  character: string
  underline: { start: number; end: number }
  overlineAt?: { start: number; end: number }
}

/** The titles in document order, those of the document and of its sections alike. */
export function titlesOf(document: Document): readonly Title[] {
  return document.remember(readTitles)
}

/** The title that has its text or an adornment on a line. */
export function titleOnLine(document: Document, number: number): Title | undefined {
  return document.remember(titlesByLine).get(number)
}

/** The title whose text begins at an offset. */
export function titleAt(document: Document, offset: number): Title | undefined {
  const titles = titlesOf(document)
  const title = titles[indexFrom(titles, offset)]
  return title?.offset === offset ? title : undefined
}

function titlesByLine(document: Document): Map<number, Title> {
  return new Map(
    titlesOf(document).flatMap((title) =>
      [title.overline, title.line, title.underline].flatMap((line) => (line ? [[line.number, title] as const] : [])),
    ),
  )
}

/** The fix that gives a title the adornment of another level; `undefined` if that would add or remove a line. */
export function changeOfLevel(title: Title, style: string): Finding['fix'] {
  if (title.overline || style.startsWith('overlined ')) return undefined
  const { offset, end: endOffset } = title.underline
  return { title: 'Change its level', safe: true, edits: [{ offset, endOffset, text: style.repeat(title.width) }] }
}

function readTitles(document: Document): Title[] {
  return document.all('title').flatMap(({ node, parents }) => {
    const adornment = node.data?.adornment as Adornment | undefined
    if (!adornment || parents.at(-1)?.type !== 'section') return []
    const lineAt = (offset: number) => document.lines[document.lineAt(offset)]!
    const line = lineAt(node.position.start.offset)
    const text = line.text.trim()
    const indent = line.text.indexOf(text)
    const overline = adornment.overlineAt && lineAt(adornment.overlineAt.start)
    return {
      text,
      line,
      ...(overline ? { overline } : {}),
      underline: lineAt(adornment.underline.start),
      offset: line.offset + indent,
      end: line.offset + indent + text.length,
      style: `${overline ? 'overlined ' : ''}${adornment.character}`,
      width: columnWidth(text) + 2 * indent,
    }
  })
}
