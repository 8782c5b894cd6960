/** Edits a document so that it reads as a goal.
 *
 * The goal is rendered and read; then the parts of both documents are aligned. Parts with the same meaning keep the author's bytes;
 * parts that consist of parts are aligned in turn; everything else is taken from the rendered text.
 */
import { type Goal, positionsOf, rememberPositions } from '../goal/index.ts'
import { commonSubsequence, isSame, nextOfEach, once } from '../text/index.ts'
import { profileOf } from './builtin.ts'
import { assertNoNewMessages, isRead } from './new-messages.ts'
import type { Profile } from './profile.ts'
import { goalOf, readDocument } from './read.ts'
import { assertReadBack } from './read-back.ts'
import type { DocumentOptions, Part, Reading } from './reading.ts'
import { writeGoal, writeParts } from './render.ts'
import { withUnstatedValues } from './unstated-values.ts'

/** Renders the whole document of a goal. The same goal always gives the same bytes.
 * @throws {RangeError} if the goal names a profile that is neither built in nor given
 * @throws {UnwritableGoalError} if the document would not contain all that the goal states, or docutils would report it
 */
export function renderGoal(
  goal: Goal,
  { profile = profileOf(goal), known }: Pick<DocumentOptions, 'profile' | 'known'> = {},
): string {
  const { goal: written, text, parts } = writeParts(goal, profile)
  const reading = readDocument(text, { profile })
  assertNoNewMessages(goal, reading, parts, known)
  assertReadBack(goal, text, goalOf(reading), profile, written)
  return text
}

/** Like `renderGoal`, but ignores messages of docutils: used to try templates. */
export function renderReadable(goal: Goal, profile: Profile): string {
  const text = writeGoal(goal, profile)
  assertReadBack(goal, text, goalOf(readDocument(text, { profile })), profile)
  return text
}

/** Edits the document where it differs from the goal, and changes nothing else.
 *
 * A goal that is the whole document (`layout.whole`) states every section. Any other goal states only the sections that it mentions,
 * and those that are `gone`.
 * @throws {RangeError} if the goal names a profile that is neither built in nor given
 * @throws {UnwritableGoalError} if the document would not contain all that the goal states, or docutils would report something new
 */
export function updateDocument(source: string, goal: Goal, options: DocumentOptions = {}): string {
  const named = options.profile || goal.profile === undefined ? options : { ...options, profile: profileOf(goal) }
  return updatedReading(readDocument(source, named), goal, options).source
}

/** A document after an edit; it is read on first use. */
export interface UpdatedDocument {
  source: string
  reading: () => Reading
}

/** `updateDocument` for a document that was already read. */
export function updateReading(existing: Reading, goal: Goal, options: DocumentOptions): UpdatedDocument {
  // The goal may name another profile than the one that was detected.
  if (options.profile || goal.profile === undefined || goal.profile === existing.profile.name)
    return updatedReading(existing, goal, options)
  return updatedReading(readDocument(existing.source, { ...options, profile: profileOf(goal) }), goal, options)
}

function updatedReading(existing: Reading, goal: Goal, options: DocumentOptions): UpdatedDocument {
  const { profile, source } = existing
  const current = goalOf(existing)
  const wanted = withUnstatedValues(current, goal)
  const places = positionsOf(goal)
  if (places) rememberPositions(wanted, places)
  const unchanged = { source, reading: () => existing }
  if (isSame(current, wanted)) return unchanged
  const read = (text: string) => readDocument(text, { ...options, profile, tree: undefined })
  const { goal: written, text: rendered, parts } = writeParts(wanted, profile)
  const target = read(rendered)
  const said = goalOf(target)
  assertReadBack(wanted, rendered, said, profile, written)
  if (isSame(current, said)) return unchanged
  const aligned = read(align(existing, target))
  const isAligned = isSame(goalOf(aligned), said)
  const text = isAligned ? aligned.source : withLineEnds(rendered, source)
  const reading = isAligned ? () => aligned : once(() => read(text))
  if (!isRead(goal)) assertNoNewMessages(wanted, reading(), parts, options.known, existing)
  return { source: text, reading }
}

function align(existing: Reading, target: Reading): string {
  const lead = existing.source.startsWith('\uFEFF') ? '\uFEFF' : ''
  const eol = lineEndOf(existing.source)
  const whole = (reading: Reading): Part => ({
    kind: 'document',
    value: undefined,
    start: 0,
    end: reading.source.length,
    parts: reading.parts,
  })
  const body = merged({ existing: existing.source, target: target.source, eol }, whole(existing), whole(target))
  const tail = existing.source.slice(existing.source.trimEnd().length)
  return lead + body.trimEnd() + (tail === '' && !/[\r\n]$/.test(existing.source) && existing.source !== '' ? '' : tail || eol)
}

function lineEndOf(source: string): string {
  return /\r\n|\r|\n/.exec(source)?.[0] ?? '\n'
}

function withLineEnds(text: string, source: string): string {
  const eol = lineEndOf(source)
  return (source.startsWith('\uFEFF') ? '\uFEFF' : '') + (eol === '\n' ? text : text.replace(/\n/g, eol))
}

interface Sources {
  existing: string
  target: string
  eol: string
}

/** The text of a part of the target; the existing text is used if both mean the same. */
function merged(sources: Sources, existing: Part, target: Part): string {
  if (isSame(existing.value, target.value) && existing.value !== undefined && marker(existing) === marker(target)) {
    return sources.existing.slice(existing.start, existing.end)
  }
  if (!existing.parts?.length || !target.parts?.length) return fresh(sources, target)
  const origins = matched(existing.parts, target.parts)
  const gapBefore = gapsOf(sources, existing.parts, target.parts, origins)
  return target.parts
    .map((part, index) => {
      const own = existing.parts![origins[index]!]
      return (index > 0 ? gapBefore(index) : '') + (own ? merged(sources, own, part) : fresh(sources, part))
    })
    .join('')
}

function marker(part: Part): string | undefined {
  return part.kind === 'item' ? part.marker : undefined
}

function fresh({ target, eol }: Sources, part: Part): string {
  const text = target.slice(part.start, part.end)
  return eol === '\n' ? text : text.replace(/\n/g, eol)
}

/** The white space before the part at an index: the author's if both neighbours were adjacent before, otherwise what is usual between such
 * parts in this document, otherwise the template's.
 */
function gapsOf({ existing, target, eol }: Sources, parts: readonly Part[], wanted: readonly Part[], origins: readonly number[]) {
  const usual = once(() => usualGaps(existing, parts))
  return (index: number): string => {
    const [before, part] = [wanted[index - 1]!, wanted[index]!]
    const at = origins[index]!
    if (at > 0 && origins[index - 1] === at - 1) return existing.slice(parts[at - 1]!.end, parts[at]!.start)
    return usual().get(`${before.kind} ${part.kind}`) ?? target.slice(before.end, part.start).replace(/\n/g, eol)
  }
}

/** The most frequent gap between two parts of each pair of kinds. */
function usualGaps(source: string, parts: readonly Part[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (let at = 1; at < parts.length; at++) {
    const [left, right] = [parts[at - 1]!, parts[at]!]
    const found = source.slice(left.end, right.start)
    const kinds = `${left.kind} ${right.kind}`
    const own = counts.get(kinds) ?? new Map<string, number>()
    counts.set(kinds, own.set(found, (own.get(found) ?? 0) + 1))
  }
  // Of two equally frequent gaps, the later one: new parts are usually added at the end.
  return new Map([...counts].map(([kinds, own]) => [kinds, [...own].reverse().sort((a, b) => b[1] - a[1])[0]![0]]))
}

/** The index of the existing part that each wanted part continues, or -1: equal parts in order, then parts with the same key, then parts of
 * the same kind in the same gap.
 */
function matched(existing: readonly Part[], wanted: readonly Part[]): number[] {
  const origins = wanted.map(() => -1)
  const used = new Set<number>()
  const pair = (at: number, from: number | undefined) => {
    if (from === undefined || used.has(from)) return
    origins[at] = from
    used.add(from)
  }
  const [known, own] = [existing.map(identity), wanted.map(identity)]
  for (const [from, at] of commonSubsequence(known, own)) pair(at, from)
  const next = nextOfEach(known, (from) => !used.has(from))
  for (const [at, key] of own.entries()) if (origins[at] === -1) pair(at, next(key))
  let last = -1
  for (const [at, part] of wanted.entries()) {
    if (origins[at] === -1 && existing[last + 1]?.kind === part.kind) pair(at, last + 1)
    if (origins[at] !== -1) last = origins[at]!
  }
  return origins
}

function identity(part: Part): string {
  return `${part.kind}:${part.key ?? JSON.stringify(part.value)}`
}
