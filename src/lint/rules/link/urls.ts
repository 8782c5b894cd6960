/** The URLs of a document, except those in literal text. */
import { withoutEnd } from '../../../text/index.ts'
import type { Document } from '../../rule.ts'

export interface Url {
  text: string
  offset: number
  end: number
  /** Whether the page shows the URL itself. */
  isShown: boolean
}

export function urlsOf(document: Document): readonly Url[] {
  return document.remember(readUrls)
}

function readUrls(document: Document): readonly Url[] {
  return [...document.source.matchAll(/\bhttps?:\/\/[^\s<>`"|\\^{}]+/gi)].flatMap((match) => {
    if (document.isLiteral(match.index)) return []
    // Punctuation after a URL belongs to the sentence, and so does a closing bracket without an opening one.
    let text = withoutEnd(match[0], ".,;:!?'*_")
    while (text.endsWith(')') && text.split(')').length > text.split('(').length) text = withoutEnd(text.slice(0, -1), '.,;:!?')
    return [{ text, offset: match.index, end: match.index + text.length, isShown: isShown(document, match.index) }]
  })
}

/** A URL after text and `<` in backticks, or after the name of a target, is not shown. */
function isShown({ source }: Document, offset: number): boolean {
  const last = source[offset - 1]
  const before = source.slice(Math.max(0, offset - 200), offset)
  if (last === '<') return !/`\s*[^\s`][^`]*<$/.test(before)
  if (last !== undefined && last.trim() !== '') return true
  return !/(?:^|[\r\n])[ \t]*(?:\.\.[ \t]+_(?:`[^`]*`|[^`\r\n])*:|__)\s+$/.test(before)
}

export function hostOf(url: string): string {
  return /^https?:\/\/([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? ''
}
