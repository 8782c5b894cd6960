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

/** The fixes that can be applied together: if two touch the same text, the first one. */
export function chosenFixes(source: string, diagnostics: readonly Diagnostic[], options: FixOptions = {}): ChosenFix[] {
  const taken: Edit[] = []
  const chosen: ChosenFix[] = []
  for (const diagnostic of diagnostics) {
    if (!diagnostic.fix || !isFixable(diagnostic, options)) continue
    const { edits } = diagnostic.fix
    const fresh = edits.filter((edit) => changes(source, edit) && !isTaken(taken, edit))
    if (fresh.length === 0 || !edits.every((edit) => isEdit(source, edit))) continue
    if (fresh.some((edit) => touchesAny(source, taken, edit))) continue
    for (const edit of fresh) {
      const at = indexFrom(taken, edit.offset)
      if (at === taken.length) taken.push(edit)
      else taken.splice(at, 0, edit)
    }
    chosen.push({ diagnostic, edits: fresh })
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

function isTaken(taken: readonly Edit[], edit: Edit): boolean {
  const other = taken[indexFrom(taken, edit.offset)]
  return other !== undefined && other.offset === edit.offset && other.endOffset === edit.endOffset && other.text === edit.text
}

function touchesAny(source: string, taken: readonly Edit[], edit: Edit): boolean {
  const at = indexFrom(taken, edit.offset)
  const [before, next] = [taken[at - 1], taken[at]]
  return (before !== undefined && touches(source, before, edit)) || (next !== undefined && touches(source, edit, next))
}

/** Whether two edits share a character, or insert at each other's edge: the result would depend on their order. A newline that is added after
 * white space does not depend on whether that is removed, and neither does what is left of two pieces when both are removed: of three
 * sections of one team, the second and the third go together, because each alone would leave the finding in its place.
 */
function touches(source: string, edit: Edit, next: Edit): boolean {
  if (edit.endOffset !== next.offset) return edit.endOffset > next.offset
  if (isRemoval(edit) && isRemoval(next)) return false
  const isAddedLine = next.offset === next.endOffset && /^[\r\n]+$/.test(next.text)
  return !isAddedLine || edit.text !== '' || !/^[ \t]+$/.test(source.slice(edit.offset, edit.endOffset))
}

function isRemoval({ offset, endOffset, text }: Edit): boolean {
  return text === '' && offset < endOffset
}
