/** The URLs of a document, wherever they stand but in literal text. */
import type { Document } from '../../rule.ts'

export interface Url {
  text: string
  offset: number
  end: number
}

export function urlsOf(document: Document): Url[] {
  return [...document.source.matchAll(/\bhttps?:\/\/[^\s<>`"|\\^{}]+/gi)].flatMap((match) => {
    if (document.isLiteral(match.index)) return []
    // Punctuation behind a URL belongs to the sentence; so does a bracket that was not opened in it.
    let text = match[0].replace(/[.,;:!?'*_]+$/, '')
    while (text.endsWith(')') && text.split(')').length > text.split('(').length)
      text = text.slice(0, -1).replace(/[.,;:!?]+$/, '')
    return [{ text, offset: match.index, end: match.index + text.length }]
  })
}

export function hostOf(url: string): string {
  return /^https?:\/\/([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? ''
}
