/** Chooses fixes that can be applied together, and applies them. */
import { applyEdits, type Edit, indexFrom } from '../text/index.ts'
import type { Diagnostic } from './diagnostic.ts'

export interface FixOptions {
  /** Whether unsafe fixes are included. */
  unsafe?: boolean
}

/** Whether there is a fix that may be applied. */
export function isFixable(diagnostic: Diagnostic, options: FixOptions = {}): boolean {
  return diagnostic.fix !== undefined && (diagnostic.fix.safe || options.unsafe === true)
}

/** A finding without its fix. */
export function withoutFix({ fix: _, ...diagnostic }: Diagnostic): Diagnostic {
  return diagnostic
}

/** A finding whose fix is applied, with the edits that no other fix contains. */
export interface ChosenFix {
  diagnostic: Diagnostic
  edits: Edit[]
}

/** The fixes that can be applied together: if two touch the same text, the first one. Two of one rule may insert lines at the same place, in
 * the order of their findings: of many teams that belong before another one, each would otherwise wait for the next round.
 */
export function chosenFixes(source: string, diagnostics: readonly Diagnostic[], options: FixOptions = {}): ChosenFix[] {
  const taken: TakenEdits = { sorted: [], others: new Set() }
  const chosen: ChosenFix[] = []
  for (const diagnostic of diagnostics) {
    if (!diagnostic.fix || !isFixable(diagnostic, options)) continue
    const { ruleId, fix } = diagnostic
    const edits = fix.edits.filter((edit) => changes(source, edit) && !isTaken(taken, edit))
    if (edits.length === 0 || !fix.edits.every((edit) => isEdit(source, edit))) continue
    const own = edits.map(({ offset, endOffset, text }): TakenEdit => ({ offset, endOffset, text, ruleId }))
    if (own.some((edit) => touchesAny(source, taken, edit))) continue
    for (const edit of own) take(taken, edit)
    chosen.push({ diagnostic, edits })
  }
  return chosen
}

/** The text after the edits of some fixes. */
export function textAfterFixes(source: string, fixes: readonly ChosenFix[]): string {
  return applyEdits(
    source,
    fixes.flatMap((fix) => fix.edits),
  )
}

/** The findings that are left after their fixes, at the places to which the edits moved them. `left` is in the order of the text. */
export function findingsAfterFixes(chosen: readonly ChosenFix[], left: readonly Diagnostic[]): Diagnostic[] {
  if (left.length === 0) return []
  const moved = movedBy(chosen.flatMap((fix) => fix.edits))
  return chosen
    .map(({ diagnostic }) => diagnostic)
    .filter(({ ruleId, message, offset }) => {
      const place = moved(offset)
      for (let at = indexFrom(left, place); left[at]?.offset === place; at++) {
        if (left[at]!.ruleId === ruleId && left[at]!.message === message) return true
      }
      return false
    })
}

/** An offset after edits. Text after an insertion moves with it. */
function movedBy(edits: readonly Edit[]): (offset: number) => number {
  const sorted = [...edits].sort((a, b) => a.offset - b.offset)
  let by = 0
  const shifts = sorted.map(({ offset, endOffset, text }) => {
    by += text.length - (endOffset - offset)
    return by
  })
  return (offset) => {
    const count = indexFrom(sorted, offset + 1)
    const last = sorted[count - 1]
    const before = shifts[count - 2] ?? 0
    if (!last) return offset
    return last.endOffset > offset ? last.offset + before : offset + shifts[count - 1]!
  }
}

function isEdit(source: string, edit: Edit): boolean {
  return edit.offset >= 0 && edit.offset <= edit.endOffset && edit.endOffset <= source.length
}

function changes(source: string, edit: Edit): boolean {
  return source.slice(edit.offset, edit.endOffset) !== edit.text
}

function keyOf({ offset, endOffset, text }: Edit): string {
  return `${offset} ${endOffset} ${text}`
}

/** An edit of a fix that is chosen. */
interface TakenEdit extends Edit {
  ruleId: string
}

/** The edits of the fixes that are chosen so far. */
interface TakenEdits {
  /** In the order of the text, without overlap; of several insertions at one place, only the first. */
  sorted: TakenEdit[]
  /** The keys of the other insertions. */
  others: Set<string>
}

/** Whether an edit is after all others: findings are in the order of the text, so most are. */
function isLast({ sorted }: TakenEdits, { offset }: Edit): boolean {
  const last = sorted.at(-1)
  return last === undefined || (last.offset < offset && last.endOffset < offset)
}

function isTaken(taken: TakenEdits, edit: Edit): boolean {
  if (isLast(taken, edit)) return false
  const { sorted, others } = taken
  for (let at = indexFrom(sorted, edit.offset); sorted[at]?.offset === edit.offset; at++)
    if (sorted[at]!.endOffset === edit.endOffset && sorted[at]!.text === edit.text) return true
  return others.size > 0 && others.has(keyOf(edit))
}

function take(taken: TakenEdits, edit: TakenEdit): void {
  const { sorted, others } = taken
  const at = isLast(taken, edit) ? sorted.length : indexFrom(sorted, edit.offset)
  const next = sorted[at]
  if (next?.offset !== edit.offset) sorted.splice(at, 0, edit)
  else if (next.endOffset !== edit.endOffset) sorted.splice(isInsertion(next) ? at + 1 : at, 0, edit)
  else others.add(keyOf(edit))
}

function touchesAny(source: string, taken: TakenEdits, edit: TakenEdit): boolean {
  if (isLast(taken, edit)) return false
  const { sorted } = taken
  for (let at = Math.max(0, indexFrom(sorted, edit.offset) - 1); sorted[at] && sorted[at]!.offset <= edit.endOffset; at++) {
    const [first, second] = isBefore(sorted[at]!, edit) ? [sorted[at]!, edit] : [edit, sorted[at]!]
    if (touches(source, first, second)) return true
  }
  return false
}

/** Insertions come before the text at their place. */
function isBefore(edit: Edit, other: Edit): boolean {
  return edit.offset < other.offset || (edit.offset === other.offset && isInsertion(edit))
}

/** Whether two edits share a character, or meet: the result would depend on their order, or on the text that the other one changes. Edits of
 * one rule may meet. A newline that is added after white space does not depend on whether that is removed, and neither does what is left of
 * two pieces when both are removed: of three sections of one team, the second and the third go together, because each alone would leave the
 * finding in its place.
 */
function touches(source: string, edit: TakenEdit, next: TakenEdit): boolean {
  if (edit.endOffset !== next.offset) return edit.endOffset > next.offset
  if (edit.ruleId === next.ruleId) return isInsertion(edit) && isInsertion(next) && !(hasLines(edit) && hasLines(next))
  if (isRemoval(edit) && isRemoval(next)) return false
  const isAddedLine = isInsertion(next) && /^[\r\n]+$/.test(next.text)
  return !isAddedLine || edit.text !== '' || !/^[ \t]+$/.test(source.slice(edit.offset, edit.endOffset))
}

/** Whether an edit inserts lines, not words within one. */
function hasLines({ text }: Edit): boolean {
  return /^[\r\n]|[\r\n]$/.test(text)
}

function isInsertion({ offset, endOffset }: Edit): boolean {
  return offset === endOffset
}

function isRemoval({ offset, endOffset, text }: Edit): boolean {
  return text === '' && offset < endOffset
}
