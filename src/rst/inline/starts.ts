/** Finds where inline markup starts (the specification's *Inline markup recognition rules* and *Recognition order*). */
import { wordLength, wordLengthBefore } from './characters.ts'
import { type Enclosed, type InlineText, mayEnd, mayStart, opensAt } from './inline-text.ts'
import { simpleNameEnd, simpleNameStart } from './simple-name.ts'

/** A start-string, from `start` to `end`. Before interpreted text may be its role, from `start` to `roleEnd` with its colons. */
export interface StartString {
  kind: Enclosed
  start: number
  end: number
  roleEnd?: number
}

/** A construct that is recognised as a whole: its name or label is from `nameStart` to `nameEnd`. */
export interface NamedConstruct {
  kind: 'reference' | 'footnote_reference' | 'citation_reference'
  start: number
  nameStart: number
  nameEnd: number
  end: number
}

export type Start = StartString | NamedConstruct

/** The characters that can start markup or end a reference. */
const trigger = /[*`_|[]/g

/** The next start of markup from the cursor on: the one that starts first. */
export function nextStart(text: InlineText): Start | undefined {
  trigger.lastIndex = text.cursor
  for (let found = trigger.exec(text.escaped); found; found = trigger.exec(text.escaped)) {
    const start = triggers[found[0]]!(text, found.index)
    if (start) return start
  }
  return undefined
}

/** The parser for each of these characters: what it can start or, for the underscore, end. */
const triggers: Record<string, (text: InlineText, index: number) => Start | undefined> = {
  '*': asterisk,
  '`': backquote,
  _: underscore,
  '|': bar,
  '[': bracket,
}

function startString(text: InlineText, kind: Enclosed, start: number, length: number): StartString | undefined {
  return opensAt(text, start + length) ? { kind, start, end: start + length } : undefined
}

function asterisk(text: InlineText, index: number): Start | undefined {
  if (!mayStart(text, index)) return undefined
  return text.escaped[index + 1] === '*' ? startString(text, 'strong', index, 2) : startString(text, 'emphasis', index, 1)
}

function bar(text: InlineText, index: number): Start | undefined {
  if (!mayStart(text, index) || text.escaped[index + 1] === '|') return undefined
  return startString(text, 'substitution_reference', index, 1)
}

function backquote(text: InlineText, index: number): Start | undefined {
  if (text.escaped[index + 1] === '`') return mayStart(text, index) ? startString(text, 'literal', index, 2) : undefined
  if (!opensAt(text, index + 1)) return undefined
  const role = roleBefore(text, index)
  if (role !== undefined) return { kind: 'interpreted', start: role, roleEnd: index, end: index + 1 }
  return mayStart(text, index) ? { kind: 'interpreted', start: index, end: index + 1 } : undefined
}

/** The start of the role marker before a backquote:
 *
 *     | See :planet:`Mars`.
 *           ^
 */
function roleBefore(text: InlineText, quote: number): number | undefined {
  const { escaped, from } = text
  const colon = quote - 1
  if (colon <= from || escaped[colon] !== ':') return undefined
  const nameStart = simpleNameStart(escaped, colon, from)
  if (nameStart === colon) return undefined
  if (nameStart > from && escaped[nameStart - 1] === ':' && mayStart(text, nameStart - 1)) return nameStart - 1
  // Inside a name, a letter precedes each colon, and markup starts after a letter only at character level.
  const inner = text.characterLevel ? escaped.indexOf(':', nameStart) : colon
  return inner < colon ? inner : undefined
}

function underscore(text: InlineText, index: number): Start | undefined {
  const reference = text.characterLevel ? referenceInsideWords(text, index) : referenceBefore(text, index)
  if (reference) return reference
  if (text.escaped[index + 1] !== '`' || !mayStart(text, index)) return undefined
  return startString(text, 'target', index, 2)
}

/** The simple reference whose underscore is at `index`:
 *
 *     | See Mars_ and Venus__.
 *               ^
 */
function referenceBefore(text: InlineText, index: number): NamedConstruct | undefined {
  if (index === text.from || wordLengthBefore(text.escaped, index) === 0) return undefined
  const end = referenceEnd(text, index)
  if (end === undefined) return undefined
  const start = firstStart(text, simpleNameStart(text.escaped, index, text.from), index)
  return start === undefined ? undefined : { kind: 'reference', start, nameStart: start, nameEnd: index, end }
}

/** The end of the underscores of a reference. */
function referenceEnd(text: InlineText, index: number): number | undefined {
  if (text.escaped[index + 1] === '_' && mayEnd(text, index + 2)) return index + 2
  return mayEnd(text, index + 1) ? index + 1 : undefined
}

/** The first place from `start` to `end`, in a simple name, where markup may start. */
function firstStart(text: InlineText, start: number, end: number): number | undefined {
  let at = start
  while (at < end) {
    const length = wordLength(text.escaped, at)
    if (length > 0 && mayStart(text, at)) return at
    at += length || 1
  }
  return undefined
}

/** The same for character-level markup: the name is as long as possible, with underscores. */
function referenceInsideWords(text: InlineText, index: number): Start | undefined {
  const { escaped, from } = text
  const start = firstStart(text, simpleNameStart(escaped, index, from), index)
  if (start === undefined) return undefined
  const longest = simpleNameEnd(escaped, start)
  // A role marker that starts one character before the name comes first.
  const quote = longest + 1
  if (escaped[longest] === ':' && escaped[quote] === '`' && escaped[quote + 1] !== '`' && opensAt(text, quote + 1)) {
    const role = roleBefore(text, quote)
    if (role !== undefined && role < start) return { kind: 'interpreted', start: role, roleEnd: quote, end: quote + 1 }
  }
  const nameEnd = escaped[longest] === '_' ? longest : escaped.lastIndexOf('_', longest - 1)
  const end = escaped[nameEnd + 1] === '_' ? nameEnd + 2 : nameEnd + 1
  return { kind: 'reference', start, nameStart: start, nameEnd, end }
}

/** A footnote or citation reference, whose bracket is at `index`:
 *
 *     | See [1]_, [#moons]_, [*]_ and [Galilei1610]_.
 *           ^
 */
function bracket(text: InlineText, index: number): Start | undefined {
  if (!mayStart(text, index)) return undefined
  const { escaped } = text
  const nameStart = index + 1
  const first = escaped[nameStart]
  let nameEnd: number
  if (first === '*') nameEnd = nameStart + 1
  else if (first === '#') nameEnd = simpleNameEnd(escaped, nameStart + 1)
  else nameEnd = simpleNameEnd(escaped, nameStart)
  const end = nameEnd + 2
  if (nameEnd === nameStart || escaped[nameEnd] !== ']' || escaped[nameEnd + 1] !== '_' || !mayEnd(text, end)) return undefined
  const isFootnote = first === '*' || first === '#' || /^[0-9]+$/.test(escaped.slice(nameStart, nameEnd))
  return { kind: isFootnote ? 'footnote_reference' : 'citation_reference', start: index, nameStart, nameEnd, end }
}
