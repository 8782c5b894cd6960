/** Finds where inline markup ends. */
import { isEscapeOrWhitespace } from '../escapes.ts'
import { isWhitespace } from '../whitespace.ts'
import { type Enclosed, type InlineText, mayEnd } from './inline-text.ts'
import { simpleNameEnd } from './simple-name.ts'

/** An end-string, from `start` to `end`. After interpreted text comes its role, from `roleStart` to `roleEnd` with its colons. */
export interface EndString {
  start: number
  end: number
  roleStart?: number
  roleEnd?: number
}

/** How each kind ends. `closes` checks the character at `index`; the character before it is already accepted as the last one inside. */
interface Ending {
  mark: string
  /** Rules 2 and 4: whether the character before `index` may be the last one inside. */
  follows(escaped: string, index: number): boolean
  /** The end-string at `index`. */
  closes(text: InlineText, index: number): EndString | undefined
}

const followsText = (escaped: string, index: number) => !isEscapeOrWhitespace(escaped, index - 1)

function closesWith(mark: string): Ending['closes'] {
  return (text, index) => (mayEnd(text, index + mark.length) ? { start: index, end: index + mark.length } : undefined)
}

const endings: Record<Enclosed, Ending> = {
  emphasis: { mark: '*', follows: followsText, closes: closesWith('*') },
  strong: { mark: '**', follows: followsText, closes: closesWith('**') },
  // No escapes inside.
  literal: { mark: '``', follows: (escaped, index) => !isWhitespace(escaped.charCodeAt(index - 1)), closes: closesWith('``') },
  target: { mark: '`', follows: followsText, closes: closesWith('`') },
  substitution_reference: { mark: '|', follows: followsText, closes: closesSubstitution },
  interpreted: { mark: '`', follows: followsTextOrEscapedSpace, closes: closesInterpreted },
}

/** The end-string of `kind` for text that starts at `from`. An end-string at `from` counts as found: the text is empty. */
export function findEnd(text: InlineText, kind: Enclosed, from: number): EndString | undefined {
  if (text.endless.includes(kind)) return undefined
  const { mark, follows, closes } = endings[kind]
  let index = text.escaped.indexOf(mark, from)
  while (index >= 0) {
    const end = index === from || follows(text.escaped, index) ? closes(text, index) : undefined
    if (end) return end
    index = text.escaped.indexOf(mark, index + 1)
  }
  text.endless.push(kind)
  return undefined
}

/** Interpreted text may end with white space that is escaped: `` `Mars <planet>\ ` ``. */
function followsTextOrEscapedSpace(escaped: string, index: number): boolean {
  return !isEscapeOrWhitespace(escaped, index - 1) || escaped.charCodeAt(index - 2) === 0
}

/** `|`, `|_` or `|__`. */
function closesSubstitution(text: InlineText, index: number): EndString | undefined {
  const end = underscoresEnd(text, index + 1)
  return end === undefined ? undefined : { start: index, end }
}

/** The end of at most two underscores after an end-string. */
function underscoresEnd(text: InlineText, index: number): number | undefined {
  let most = index
  while (most < index + 2 && text.escaped[most] === '_') most++
  for (let end = most; end >= index; end--) if (mayEnd(text, end)) return end
  return undefined
}

/** A backquote, followed by a role, underscores, or both:
 *
 *     | See `Mars`:planet: and `Venus`_.
 *                ^
 */
function closesInterpreted(text: InlineText, index: number): EndString | undefined {
  const { escaped } = text
  const roleStart = index + 1
  if (escaped[roleStart] === ':') {
    const nameEnd = simpleNameEnd(escaped, roleStart + 1)
    // Inside a name, a letter follows each colon, and a role can end before a letter only in character-level markup.
    const colon = escaped[nameEnd] === ':' || !text.characterLevel ? nameEnd : escaped.lastIndexOf(':', nameEnd)
    if (nameEnd > roleStart + 1 && colon > roleStart && escaped[colon] === ':') {
      const end = underscoresEnd(text, colon + 1)
      if (end !== undefined) return { start: index, end, roleStart, roleEnd: colon + 1 }
    }
  }
  const end = underscoresEnd(text, roleStart)
  return end === undefined ? undefined : { start: index, end }
}
