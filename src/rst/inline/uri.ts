/** Finds URIs and e-mail addresses in text without markup.
 *
 * It searches for colons and at signs, and reads the scheme or the local part backwards from there. So the time is linear, even if a
 * URI could start in many places.
 */
import {
  emailHost,
  emailPart,
  endsBefore,
  isIn,
  letter,
  runEnd,
  schemePart,
  startsAfter,
  uriLast,
  uriPart,
} from './characters.ts'

/** A URI, or an e-mail address, which has no `scheme`. */
export interface FoundUri {
  start: number
  end: number
  scheme: string | undefined
}

/** A part of a text, treated as the whole text, and the state of the search in it. */
export interface Segment {
  readonly escaped: string
  readonly end: number
  readonly characterLevel: boolean
  /** The positions of the next colon and at sign; shared by all segments of a text, so that each is searched once. */
  readonly marks: Marks
  /** The last candidates that were found. */
  colon: Candidate | undefined
  at: Candidate | undefined
}

/** For each character, its first position at or after `from`; and the last run of characters of one class. */
export type Marks = Record<'colon' | 'at', { from: number; index: number }> & {
  run: { characterClass: number; from: number; end: number }
}

/** After the end of any text. Unlike infinity, it is a small integer, which takes no memory. */
const nowhere = 2 ** 30

/** Positions for a text that was not searched yet. */
export function newMarks(): Marks {
  return { colon: { from: 0, index: -1 }, at: { from: 0, index: -1 }, run: { characterClass: 0, from: 0, end: -1 } }
}

export function segmentOf(escaped: string, end: number, characterLevel: boolean, marks: Marks): Segment {
  return { escaped, end, characterLevel, marks, colon: undefined, at: undefined }
}

function nextMark(escaped: string, marks: Marks, { name, mark }: UriKind, from: number): number {
  const known = marks[name]
  if (from >= known.from && from <= known.index) return known.index
  const index = escaped.indexOf(mark, from)
  const found = index < 0 ? nowhere : index
  if (from >= known.from) {
    known.from = from
    known.index = found
  }
  return found
}

/** Whether there is a colon or an at sign in a part of a text, which every URI has. */
export function mayHaveUri(escaped: string, marks: Marks, from: number, end: number): boolean {
  return nextMark(escaped, marks, absoluteUri, from) < end || nextMark(escaped, marks, emailAddress, from) < end
}

/** A colon or at sign inside a URI. `first` is the earliest possible start, `start` the one that was found, `end` the end. */
interface Candidate {
  mark: number
  first: number
  start: number
  end: number
}

const noCandidate: Candidate = { mark: nowhere, first: nowhere, start: nowhere, end: 0 }

/** The first URI of a segment at or after an index, which must not decrease from call to call. */
export function nextUri(segment: Segment, from: number): FoundUri | undefined {
  const colon = firstOf(absoluteUri, segment, from)
  const at = firstOf(emailAddress, segment, from)
  if (colon.start <= at.start && colon.start < segment.end) {
    return { start: colon.start, end: colon.end, scheme: segment.escaped.slice(colon.start, colon.mark) }
  }
  return at.start < segment.end ? { start: at.start, end: at.end, scheme: undefined } : undefined
}

/** A kind of URI: its mark, a function that reads the text around a mark, and the class of its first character. */
interface UriKind {
  name: 'colon' | 'at'
  mark: ':' | '@'
  read(segment: Segment, index: number): Candidate | undefined
  first: number
}
const absoluteUri: UriKind = { name: 'colon', mark: ':', read: schemeCandidate, first: letter }
const emailAddress: UriKind = { name: 'at', mark: '@', read: emailCandidate, first: emailPart }

/** The first URI of a kind at or after `from`. */
function firstOf(kind: UriKind, segment: Segment, from: number): Candidate {
  let candidate = segment[kind.name] ?? nextCandidate(segment, kind, from)
  while (candidate !== noCandidate) {
    if (candidate.mark >= from) {
      candidate.start = startOf(segment, from, candidate, kind.first)
      if (candidate.start < nowhere) break
    }
    candidate = nextCandidate(segment, kind, Math.max(from, candidate.mark + 1))
  }
  segment[kind.name] = candidate
  return candidate
}

/** Whether a text begins with a URI or an e-mail address. */
export function startsWithUri(escaped: string): boolean {
  return nextUri(segmentOf(escaped, escaped.length, false, newMarks()), 0)?.start === 0
}

/** Whether the whole text is an e-mail address. */
export function isEmailAddress(text: string): boolean {
  if (!text.includes('@')) return false
  const found = nextUri(segmentOf(text, text.length, true, newMarks()), 0)
  return found !== undefined && found.scheme === undefined && found.start === 0 && found.end === text.length
}

function nextCandidate(segment: Segment, kind: UriKind, from: number): Candidate {
  const { escaped, marks, end } = segment
  for (let index = nextMark(escaped, marks, kind, from); index < end; index = nextMark(escaped, marks, kind, index + 1)) {
    const candidate = kind.read(segment, index)
    if (candidate) return candidate
  }
  return noCandidate
}

/** The first place of a candidate, at or after `from`, where markup may start. */
function startOf({ escaped, characterLevel }: Segment, from: number, { first, mark }: Candidate, canBeFirst: number): number {
  for (let at = Math.max(first, from); at < mark; at++) {
    if (!isIn(canBeFirst, escaped, at)) continue
    if (at === from || (characterLevel ? escaped.charCodeAt(at - 1) !== 0 : startsAfter(escaped, at))) return at
  }
  return nowhere
}

/** Whether a URI may end at `index`, judging by the characters on both sides. */
function mayEndAt(segment: Segment, index: number): boolean {
  return isLastBefore(segment, index) && (segment.characterLevel || index >= segment.end || endsBefore(segment.escaped, index))
}

/** Whether the character before `index` may be the last of a URI, or of its path or query. */
function isLastBefore({ escaped, end }: Segment, index: number): boolean {
  if (isIn(uriLast, escaped, index - 1)) return true
  return index < end && escaped[index] === '>' && isIn(uriPart, escaped, index - 1)
}

/** The end of the run of characters of one class that starts at `from`. */
function runWithin({ escaped, end, marks }: Segment, from: number, characterClass: number): number {
  const { run } = marks
  // Each run is read once, however many segments and colons it contains.
  if (run.characterClass !== characterClass || from < run.from || from > run.end)
    marks.run = { characterClass, from, end: runEnd(characterClass, escaped, from) }
  return Math.max(from, Math.min(end, marks.run.end))
}

/** At the colon of an absolute URI:
 *
 *     | See https://mars.example/moons?order=size#phobos.
 *                ^
 */
function schemeCandidate(segment: Segment, colon: number): Candidate | undefined {
  const { escaped } = segment
  const pathStart = colon + 1
  // Most colons end a word.
  if (!isIn(uriPart, escaped, pathStart)) return undefined
  let first = colon
  while (first > 0 && isIn(schemePart, escaped, first - 1)) first--
  if (first === colon) return undefined
  const pathEnd = runWithin(segment, pathStart, uriPart)
  let end: number | undefined
  // Query and fragment can follow only if the whole path is valid, including its last character.
  if (pathEnd > pathStart && pathEnd < segment.end && isLastBefore(segment, pathEnd)) {
    if (escaped[pathEnd] === '?') {
      const queryEnd = runWithin(segment, pathEnd + 1, uriPart)
      if (queryEnd > pathEnd + 1 && isLastBefore(segment, queryEnd)) end = lastPart(segment, queryEnd, '#')
      end ??= lastEnd(segment, pathEnd + 1, queryEnd)
    } else end = lastPart(segment, pathEnd, '#')
  }
  end ??= lastEnd(segment, pathStart, pathEnd)
  return end === undefined ? undefined : { mark: colon, first, start: nowhere, end }
}

/** The end of the part that the character at `start` introduces. */
function lastPart(segment: Segment, start: number, lead: string): number | undefined {
  if (start >= segment.end || segment.escaped[start] !== lead) return undefined
  return lastEnd(segment, start + 1, runWithin(segment, start + 1, uriPart))
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
  if (!isIn(emailPart, escaped, at - 1) || escaped.charCodeAt(at - 1) === 0) return undefined
  let first = at - 1
  for (;;) {
    // Each dot must stand between two other characters.
    const next = first > 1 && escaped[first - 1] === '.' ? first - 1 : first
    if (next === 0 || !isIn(emailPart, escaped, next - 1)) break
    first = next - 1
  }
  const hostStart = at + 1
  if (hostStart >= segment.end || !isIn(emailPart, escaped, hostStart)) return undefined
  const hostEnd = runWithin(segment, hostStart, emailHost)
  // The host may be a single character; the last one is checked separately, because with `>` after it any character is allowed.
  const most = hostEnd < segment.end && isIn(uriPart, escaped, hostEnd) ? hostEnd + 1 : hostEnd
  const end = lastEnd(segment, hostStart + 1, most)
  return end === undefined ? undefined : { mark: at, first, start: nowhere, end }
}
