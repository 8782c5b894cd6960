/** The text that inline markup is looked for in. */
import { isWhitespace } from '../whitespace.ts'
import { endsBefore, isQuoted, startsAfter } from './characters.ts'
import type { Marks } from './uri.ts'

/** What has an end-string of its own kind. */
export type Enclosed = 'emphasis' | 'strong' | 'literal' | 'target' | 'substitution_reference' | 'interpreted'

/** Indices are into `escaped`, which is as long as the source text of the block. */
export interface InlineText {
  /** The text with backslashes that escape as NUL. */
  readonly escaped: string
  /** docutils' `character_level_inline_markup`: whether rules 6 and 7 are off. */
  readonly characterLevel: boolean
  /** Where the last markup ended. For the rules the text begins here: what is before cannot be seen. */
  from: number
  /** Where to look for the next markup; at or behind `from`. */
  cursor: number
  /** Kinds whose end-string does not come any more. Looked for once, so that a text full of start-strings is read in one go. */
  readonly endless: Set<Enclosed>
  /** Where URIs and e-mail addresses may be. */
  readonly marks: Marks
}

/** Rule 6 (and 4): whether markup may start at `index`, judging by what is before. */
export function mayStart(text: InlineText, index: number): boolean {
  if (index <= text.from) return true
  return text.characterLevel ? text.escaped.charCodeAt(index - 1) !== 0 : startsAfter(text.escaped, index)
}

/** Rule 7: whether markup may end at `index`, judging by what follows. */
export function mayEnd(text: InlineText, index: number): boolean {
  return text.characterLevel || index >= text.escaped.length || endsBefore(text.escaped, index)
}

/** Rule 1: whether a start-string that ends at `index` is followed by something else than white space, or by nothing. */
export function opensAt(text: InlineText, index: number): boolean {
  return index >= text.escaped.length || !isWhitespace(text.escaped.charCodeAt(index))
}

/** Rule 5: whether a start-string stands between quotes, or at the end of a text that it does not start. */
export function isMention(text: InlineText, start: number, end: number): boolean {
  if (start <= text.from) return false
  return end >= text.escaped.length || isQuoted(text.escaped, start, end)
}
