/** Text in single backticks, which is a `title_reference` to docutils unless it has a role. */
import type { Document } from '../../rule.ts'

export interface Backticked {
  /** Offsets of the backticks. */
  offset: number
  endOffset: number
  /** What stands between them. */
  text: string
}

export function singleBackticks(document: Document): Backticked[] {
  return document.all('title_reference').flatMap(({ node }) => {
    const { start, end } = node.position
    const source = document.source.slice(start.offset, end.offset)
    // With a role the source begins or ends with a colon.
    if (!/^`[^`][\s\S]*`$|^`[^`]`$/.test(source)) return []
    return [{ offset: start.offset, endOffset: end.offset, text: source.slice(1, -1).replace(/\s+/g, ' ') }]
  })
}

/** Whether a text is the name of a target in the document, or of a section. */
export function isKnownTarget(document: Document, text: string): boolean {
  const name = text.toLowerCase().replace(/\s+/g, ' ').trim()
  return document
    .all('target', 'section')
    .some(({ node }) =>
      [node.attributes.names, node.attributes.dupnames].some(
        (names) => Array.isArray(names) && (names as readonly string[]).includes(name),
      ),
    )
}
