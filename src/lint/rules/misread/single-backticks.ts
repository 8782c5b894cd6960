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

/** Whether backticks are around the name of a target or section and likely meant as a link: a name of several words, or one that the text
 * calls a section or asks to see. A single word is as likely code that the document has a link for as well. */
export function isMeantAsLink(document: Document, { text, offset }: Backticked): boolean {
  const name = text.toLowerCase().replace(/\s+/g, ' ').trim()
  const before = document.source.slice(Math.max(0, offset - 40), offset)
  if (!name.includes(' ') && !/\b(?:sections?|see(?: also)?)(?:\s+the)?\s+$/i.test(before)) return false
  return document.remember(namesOf).has(name)
}

function namesOf(document: Document): ReadonlySet<string> {
  return new Set(
    document
      .all('target', 'section')
      .flatMap(({ node }) => ['names', 'dupnames'].flatMap((key) => (node.attributes[key] ?? []) as readonly string[])),
  )
}
