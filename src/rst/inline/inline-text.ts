/** The text in which inline markup is searched. */
import { isWhitespace } from '../whitespace.ts'
import { endsBefore, isQuoted, startsAfter } from './characters.ts'
import type { Marks } from './uri.ts'

/** Kinds of markup with their own end-string. */
export type Enclosed = 'emphasis' | 'strong' | 'literal' | 'target' | 'substitution_reference' | 'interpreted'

/** Indices are into `escaped`, which is as long as the source text of the block. */
export interface InlineText {
  /** The text with NUL for backslashes that escape. */
  readonly escaped: string
  /** docutils' `character_level_inline_markup`: whether rules 6 and 7 are off. */
  readonly characterLevel: boolean
  /** Where the last markup ended. For the rules, the text begins here. */
  from: number
  /** Where to search for the next markup; at or after `from`. */
  cursor: number
  /** Kinds that have no further end-string. Each is searched once, so that a text full of start-strings takes linear time. */
  readonly endless: Enclosed[]
  /** Where URIs and e-mail addresses may be. */
  readonly marks: Marks
}

/** Rule 6 (and 4): whether markup may start at `index`, after the character before it. */
export function mayStart(text: InlineText, index: number): boolean {
  if (index <= text.from) return true
  return text.characterLevel ? text.escaped.charCodeAt(index - 1) !== 0 : startsAfter(text.escaped, index)
}

/** Rule 7: whether markup may end at `index`, before the character there. */
export function mayEnd(text: InlineText, index: number): boolean {
  return text.characterLevel || index >= text.escaped.length || endsBefore(text.escaped, index)
}

/** Rule 1: whether a start-string that ends at `index` is followed by something other than white space, or by nothing. */
export function opensAt(text: InlineText, index: number): boolean {
  return index >= text.escaped.length || !isWhitespace(text.escaped.charCodeAt(index))
}

/** Rule 5: whether a start-string stands between quotes, or at the end of a text that it does not start. */
export function isMention(text: InlineText, start: number, end: number): boolean {
  if (start <= text.from) return false
  return end >= text.escaped.length || isQuoted(text.escaped, start, end)
}
