/** Finds URIs and e-mail addresses in text without markup.
 *
 * It searches for colons and at signs, and reads the scheme or the local part backwards from there. So the time is linear, even if a
 * URI could start in many places.
 */
import { endsBefore, isEmailPart, isSchemePart, isUriLast, isUriPart, startsAfter } from './characters.ts'

/** A URI, or an e-mail address, which has no `scheme`. */
export interface FoundUri {
  start: number
  end: number
  scheme?: string
}

/** A part of a text, treated as the whole text. */
export interface Segment {
  readonly escaped: string
  readonly end: number
  readonly characterLevel: boolean
  /** The positions of the next colon and at sign; shared by all segments of a text, so that each is searched once. */
  readonly marks: Marks
}

/** For each character, its first position at or after `from`. */
export type Marks = Record<':' | '@', { from: number; index: number }>

/** Positions for a text that was not searched yet. */
export function newMarks(): Marks {
  return { ':': { from: 0, index: -1 }, '@': { from: 0, index: -1 } }
}

function nextMark({ escaped, marks }: Segment, mark: ':' | '@', from: number): number {
  const known = marks[mark]
  if (from >= known.from && from <= known.index) return known.index
  const index = escaped.indexOf(mark, from)
  const found = index < 0 ? Number.POSITIVE_INFINITY : index
  if (from >= known.from) marks[mark] = { from, index: found }
  return found
}

/** A colon or at sign inside a URI. `first` is the earliest possible start, `end` the end. */
interface Candidate {
  mark: number
  first: number
  end: number
}

const noCandidate: Candidate = { mark: Number.POSITIVE_INFINITY, first: Number.POSITIVE_INFINITY, end: 0 }

/** Returns a function that finds the first URI at or after an index; the index must not decrease from call to call. */
export function uriFinder(segment: Segment): (from: number) => FoundUri | undefined {
  const { escaped, end } = segment
  let colon: Candidate | undefined
  let at: Candidate | undefined
  return (from) => {
    const absolute = firstOf(absoluteUri, segment, from, colon)
    const email = firstOf(emailAddress, segment, from, at)
    colon = absolute.candidate
    at = email.candidate
    if (absolute.start <= email.start && absolute.start < end)
      return { start: absolute.start, end: colon.end, scheme: escaped.slice(absolute.start, colon.mark) }
    return email.start < end ? { start: email.start, end: at.end } : undefined
  }
}

/** A kind of URI: its mark, a function that reads the text around a mark, and a test for its first character. */
interface UriKind {
  mark: ':' | '@'
  read(segment: Segment, index: number): Candidate | undefined
  canBeFirst(text: string, index: number): boolean
}
const absoluteUri: UriKind = { mark: ':', read: schemeCandidate, canBeFirst: isLetter }
const emailAddress: UriKind = { mark: '@', read: emailCandidate, canBeFirst: isEmailPart }

/** The first URI of a kind at or after `from`, and where it starts; `before` is the candidate that was found last. */
function firstOf(
  kind: UriKind,
  segment: Segment,
  from: number,
  before: Candidate | undefined,
): { start: number; candidate: Candidate } {
  let candidate = before ?? nextCandidate(segment, kind, from)
  while (candidate !== noCandidate) {
    const start = candidate.mark < from ? Number.POSITIVE_INFINITY : startOf(segment, from, candidate, kind.canBeFirst)
    if (start < Number.POSITIVE_INFINITY) return { start, candidate }
    candidate = nextCandidate(segment, kind, Math.max(from, candidate.mark + 1))
  }
  return { start: Number.POSITIVE_INFINITY, candidate }
}

/** Whether a text begins with a URI or an e-mail address. */
export function startsWithUri(escaped: string): boolean {
  const found = uriFinder({ escaped, end: escaped.length, characterLevel: false, marks: newMarks() })(0)
  return found?.start === 0
}

/** Whether the whole text is an e-mail address. */
export function isEmailAddress(text: string): boolean {
  const found = uriFinder({ escaped: text, end: text.length, characterLevel: true, marks: newMarks() })(0)
  return found !== undefined && found.scheme === undefined && found.start === 0 && found.end === text.length
}

function nextCandidate(segment: Segment, { mark, read }: UriKind, from: number): Candidate {
  for (let index = nextMark(segment, mark, from); index < segment.end; index = nextMark(segment, mark, index + 1)) {
    const candidate = read(segment, index)
    if (candidate) return candidate
  }
  return noCandidate
}

/** The first place of a candidate, at or after `from`, where markup may start. */
function startOf(
  { escaped, characterLevel }: Segment,
  from: number,
  { first, mark }: Candidate,
  canBeFirst: (text: string, index: number) => boolean,
): number {
  for (let at = Math.max(first, from); at < mark; at++) {
    if (!canBeFirst(escaped, at)) continue
    if (at === from || (characterLevel ? escaped.charCodeAt(at - 1) !== 0 : startsAfter(escaped, at))) return at
  }
  return Number.POSITIVE_INFINITY
}

function isLetter(text: string, index: number): boolean {
  const code = text.charCodeAt(index) | 0x20
  return code >= 0x61 && code <= 0x7a
}

/** Whether a URI may end at `index`, judging by the characters on both sides. */
function mayEndAt(segment: Segment, index: number): boolean {
  return isLastBefore(segment, index) && (segment.characterLevel || index >= segment.end || endsBefore(segment.escaped, index))
}

/** Whether the character before `index` may be the last of a URI, or of its path or query. */
function isLastBefore({ escaped, end }: Segment, index: number): boolean {
  if (isUriLast(escaped, index - 1)) return true
  return index < end && escaped[index] === '>' && isUriPart(escaped, index - 1)
}

/** The end of the run of characters of one kind that starts at `from`. */
function runEnd({ escaped, end }: Segment, from: number, belongs: (text: string, index: number) => boolean): number {
  let index = from
  while (index < end && belongs(escaped, index)) index++
  return index
}

/** At the colon of an absolute URI:
 *
 *     | See https://mars.example/moons?order=size#phobos.
 *                ^
 */
function schemeCandidate(segment: Segment, colon: number): Candidate | undefined {
  let first = colon
  while (first > 0 && isSchemePart(segment.escaped, first - 1)) first--
  if (first === colon) return undefined
  const { escaped } = segment
  const pathStart = colon + 1
  const pathEnd = runEnd(segment, pathStart, isUriPart)
  let end: number | undefined
  // Query and fragment can follow only if the whole path is valid, including its last character.
  if (pathEnd > pathStart && pathEnd < segment.end && isLastBefore(segment, pathEnd)) {
    if (escaped[pathEnd] === '?') {
      const queryEnd = runEnd(segment, pathEnd + 1, isUriPart)
      if (queryEnd > pathEnd + 1 && isLastBefore(segment, queryEnd)) end = lastPart(segment, queryEnd, '#')
      end ??= lastEnd(segment, pathEnd + 1, queryEnd)
    } else end = lastPart(segment, pathEnd, '#')
  }
  end ??= lastEnd(segment, pathStart, pathEnd)
  return end === undefined ? undefined : { mark: colon, first, end }
}

/** The end of the part that the character at `start` introduces. */
function lastPart(segment: Segment, start: number, lead: string): number | undefined {
  if (start >= segment.end || segment.escaped[start] !== lead) return undefined
  return lastEnd(segment, start + 1, runEnd(segment, start + 1, isUriPart))
}

/** The last place after `from` and up to `to` where a URI may end. */
function lastEnd(segment: Segment, from: number, to: number): number | undefined {
  for (let end = to; end > from; end--) if (mayEndAt(segment, end)) return end
  return undefined
}

/** At the at sign of an e-mail address:
 *
 *     | Write to observatory@mars.example.
 *                           ^
 */
function emailCandidate(segment: Segment, at: number): Candidate | undefined {
  const { escaped } = segment
  if (!isEmailPart(escaped, at - 1) || escaped.charCodeAt(at - 1) === 0) return undefined
  let first = at - 1
  for (;;) {
    // Each dot must stand between two other characters.
    const next = first > 1 && escaped[first - 1] === '.' ? first - 1 : first
    if (next === 0 || !isEmailPart(escaped, next - 1)) break
    first = next - 1
  }
  const hostStart = at + 1
  if (hostStart >= segment.end || !isEmailPart(escaped, hostStart)) return undefined
  const hostEnd = runEnd(segment, hostStart, (text, index) => text[index] === '.' || isEmailPart(text, index))
  // The host may be a single character; the last one is checked separately, because with `>` after it any character is allowed.
  const most = hostEnd < segment.end && isUriPart(escaped, hostEnd) ? hostEnd + 1 : hostEnd
  const end = lastEnd(segment, hostStart + 1, most)
  return end === undefined ? undefined : { mark: at, first, end }
}
