/** Repairs: the edits of findings, applied to the text. Nothing is ever written anew, only what an edit names. */
import type { Diagnostic, Edit, Fix } from './diagnostic.ts'
import { type Linter, type LintOptions, lint } from './lint.ts'

export interface FixOptions {
  /** Also the fixes that want a look afterwards. */
  unsafe?: boolean
}

/** More rounds than this would mean that two fixes undo each other. */
const mostPasses = 10

/** The source with the fixes of the findings. Where two fixes touch the same text, the first one is taken; lint again for the other. */
export function applyFixes(source: string, diagnostics: readonly Diagnostic[], options: FixOptions = {}): string {
  return applyEdits(
    source,
    chosenFixes(source, diagnostics, options).flatMap((fix) => fix.edits),
  )
}

/** Whether there is a fix that may be applied. */
export function isFixable(diagnostic: Diagnostic, options: FixOptions = {}): boolean {
  return diagnostic.fix !== undefined && (diagnostic.fix.safe || options.unsafe === true)
}

function chosenFixes(source: string, diagnostics: readonly Diagnostic[], options: FixOptions): Fix[] {
  const taken: Edit[] = []
  const chosen: Fix[] = []
  for (const diagnostic of diagnostics) {
    const { fix } = diagnostic
    if (!fix || !isFixable(diagnostic, options)) continue
    const known = fix.edits.filter((edit) => taken.some((other) => sameEdit(edit, other)))
    const fresh = fix.edits.filter((edit) => !known.includes(edit) && changes(source, edit))
    if (fresh.length === 0 || fresh.some((edit) => !isEdit(source, edit) || taken.some((other) => touches(edit, other)))) continue
    taken.push(...fresh)
    chosen.push({ ...fix, edits: fresh })
  }
  return chosen
}

function isEdit(source: string, edit: Edit): boolean {
  return edit.offset >= 0 && edit.offset <= edit.endOffset && edit.endOffset <= source.length
}

function changes(source: string, edit: Edit): boolean {
  return source.slice(edit.offset, edit.endOffset) !== edit.text
}

function sameEdit(a: Edit, b: Edit): boolean {
  return a.offset === b.offset && a.endOffset === b.endOffset && a.text === b.text
}

/** Edits that share a character, or insert at the edge of each other: their order would matter. */
function touches(a: Edit, b: Edit): boolean {
  return a.offset <= b.endOffset && b.offset <= a.endOffset
}

export function applyEdits(source: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const edit of [...edits].sort((a, b) => a.offset - b.offset || a.endOffset - b.endOffset)) {
    result += source.slice(at, edit.offset) + edit.text
    at = edit.endOffset
  }
  return result + source.slice(at)
}

/** What came of fixing everything. */
export interface FixResult {
  source: string
  /** What is left. */
  diagnostics: Diagnostic[]
  /** How many fixes were applied. */
  fixed: number
}

/** Lints and fixes until nothing fixable is left, at most ten times. `linter` is `lintPython` for Python files. */
export function fixAll(source: string, options: LintOptions & FixOptions = {}, linter: Linter = lint): FixResult {
  let current = source
  let diagnostics = linter(current, options)
  let fixed = 0
  const seen = new Set([source])
  for (let pass = 0; pass < mostPasses; pass++) {
    const fixes = chosenFixes(current, diagnostics, options)
    const next = applyEdits(
      current,
      fixes.flatMap((fix) => fix.edits),
    )
    if (seen.has(next)) break
    seen.add(next)
    fixed += fixes.length
    current = next
    diagnostics = linter(current, options)
  }
  return { source: current, diagnostics, fixed }
}
