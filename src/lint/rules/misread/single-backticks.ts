/** Text in single backticks, which is a `title_reference` to docutils unless it has a role. */
import type { Document } from '../../rule.ts'

export interface Backticked {
  /** Offsets of the backticks. */
  offset: number
  endOffset: number
  /** The text between them. */
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

/** Whether text in backticks was probably meant as a link: it is the name of a target in several words, or the text calls it a
 * section or says "see" before it. A single word is as likely code, and words that are also a title may be ordinary text.
 */
export function isMeantAsLink(document: Document, { text, offset, endOffset }: Backticked): boolean {
  const name = text.toLowerCase().replace(/\s+/g, ' ').trim()
  // A name that begins with a bracket or a hyphen, as of an option or of a part of a file, is code.
  if (/^[[({<$-]/.test(name)) return false
  if (name.includes(' ') && document.remember(targetNames).has(name)) return true
  if (!document.remember(targetNames).has(name) && !document.remember(sectionNames).has(name)) return false
  const { source } = document
  return (
    /\b(?:sections?|see(?: also)?|refer to)(?:\s+the)?\s+$/i.test(source.slice(Math.max(0, offset - 40), offset)) ||
    /^\s+(?:section|chapter)\b/i.test(source.slice(endOffset, endOffset + 40))
  )
}

function targetNames(document: Document): ReadonlySet<string> {
  return namesOf(document, 'target')
}

function sectionNames(document: Document): ReadonlySet<string> {
  return namesOf(document, 'section')
}

function namesOf(document: Document, type: string): ReadonlySet<string> {
  return new Set(
    document
      .all(type)
      .flatMap(({ node }) => ['names', 'dupnames'].flatMap((key) => (node.attributes[key] ?? []) as readonly string[])),
  )
}
