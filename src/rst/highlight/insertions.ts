/** Text put in between the parts of code: prompts, indentation. */
import type { HighlightedPart } from './index.ts'
import { append } from './machine.ts'

/** A piece of text with the names of its classes. */
export type Piece = readonly [text: string, classes: string]

/** What stands in the source before an index of the code. */
export interface Insertion {
  at: number
  pieces: readonly Piece[]
}

/** Adds pieces that are not empty. */
export function appendPieces(parts: HighlightedPart[], pieces: readonly Piece[]): void {
  for (const [text, classes] of pieces) if (text !== '') append(parts, text, classes)
}

/** Adds the parts of code with insertions, in order, even into a string. */
export function appendWith(parts: HighlightedPart[], code: readonly HighlightedPart[], insertions: readonly Insertion[]): void {
  let next = 0
  let at = 0
  for (const { text, classes } of code) {
    const start = at
    const end = start + text.length
    for (; next < insertions.length && insertions[next]!.at < end; next++) {
      const insertion = insertions[next]!
      appendPieces(parts, [[text.slice(at - start, insertion.at - start), classes.join(' ')]])
      appendPieces(parts, insertion.pieces)
      at = insertion.at
    }
    appendPieces(parts, [[text.slice(at - start), classes.join(' ')]])
    at = end
  }
  for (; next < insertions.length; next++) appendPieces(parts, insertions[next]!.pieces)
}
