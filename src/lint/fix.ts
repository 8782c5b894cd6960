/** Applies fixes: the edits of findings. Only the text that an edit names is changed. */
import { type Change, fixableFindingsOfChange, movedRanges } from './changed.ts'
import type { Diagnostic } from './diagnostic.ts'
import { chosenFixes, type FixOptions, findingsAfterFixes, isFixable, textAfterFixes, withoutFix } from './edits.ts'
import { type Linter, type LintOptions, lint } from './lint.ts'
import { documentLength } from './rules/style/document-length.ts'

/** Each round applies fixes that overlapped in the round before; a document that needs more rounds has fixes that undo each other. */
const mostRounds = 40

/** The limit for the characters to lint again, after which no round begins, and the other fixes are left for the next time. The first round
 * always begins. No document of the large projects needs more than 60,000, most of them in one round. A round that has begun may take as
 * much again, to find the fixes that do not help.
 */
const mostCharacters = 100_000

/** To report a finding, and to choose, check and apply its fix, takes as long as to lint this many characters. */
const charactersOfFinding = 20

/** The limit for the growth of a document per fix: more would be a fix that multiplies text. */
const mostGrowth = 10_000

/** Applies the fixes of the findings to the source. If two fixes touch the same text, only the first one is applied; lint again for the
 * other.
 */
export function applyFixes(source: string, diagnostics: readonly Diagnostic[], options: FixOptions = {}): string {
  return textAfterFixes(source, chosenFixes(source, diagnostics, options))
}

/** The result of fixing everything. */
export interface FixResult {
  source: string
  /** The remaining findings. A fix that does not help is not offered. */
  diagnostics: Diagnostic[]
  /** How many fixes were applied. */
  fixed: number
}

interface Round {
  /** The change to which fixes are limited. */
  change?: Change | undefined
  source: string
  diagnostics: Diagnostic[]
  fixed: number
}

/** Lints and fixes until nothing fixable is left. Fixes that do not remove their findings, and those that undo each other, are left out.
 * `linter` is `lintPython` for Python files.
 */
export function fixAll(
  source: string,
  options: LintOptions & FixOptions = {},
  linter: Linter = lint,
  change?: Change,
): FixResult {
  // What was parsed to check the fixes is often the document of the next round.
  const sharing = { ...options, shared: { comparisons: 0 } }
  let round: Round = { change, source, diagnostics: linter(source, sharing), fixed: 0 }
  /** Without their findings, which would fill the memory. */
  const rounds: Omit<Round, 'diagnostics'>[] = [{ change, source, fixed: 0 }]
  const budget: Budget = { characters: mostCharacters }
  while (rounds.length <= mostRounds) {
    if (budget.characters <= 0) return round
    const next = nextRound(round, sharing, linter, budget)
    if (!next) return round
    const first = rounds.findIndex((before) => before.source === next.source)
    if (first >= 0) {
      const last = firstOf(rounds.slice(first))
      return withoutFixes({ ...last, diagnostics: linter(last.source, sharing) }, options)
    }
    round = next
    const { diagnostics: _, ...rest } = next
    rounds.push(rest)
  }
  return withoutFixes(round, options)
}

/** How many characters may still be linted. */
interface Budget {
  characters: number
}

/** The document after one more round; `undefined` if no fix helps, or the budget is spent. */
function nextRound(
  { change, source, diagnostics, fixed }: Round,
  options: LintOptions & FixOptions,
  linter: Linter,
  budget: Budget,
): Round | undefined {
  while (budget.characters > -mostCharacters) {
    const chosen = chosenFixes(source, change ? fixableFindingsOfChange({ source, diagnostics }, change) : diagnostics, options)
    if (chosen.length === 0) return undefined
    const next = textAfterFixes(source, chosen)
    const isBounded = next.length <= source.length + mostGrowth * chosen.length
    const left = isBounded ? linter(next, options) : []
    budget.characters -= next.length + charactersOfFinding * (chosen.length + left.length)
    // A document that the fixes make too long to check is not fixed: no rule but that one looked at it.
    const isChecked = isBounded && !left.some(({ ruleId, data }) => ruleId === documentLength.name && !data?.isEarlier)
    const futile = isChecked ? findingsAfterFixes(chosen, left) : chosen.map(({ diagnostic }) => diagnostic)
    const edits = chosen.flatMap((fix) => fix.edits)
    const moved = change && { ...change, ranges: movedRanges(source, edits, change.ranges) }
    if (futile.length === 0) return { change: moved, source: next, diagnostics: left, fixed: fixed + chosen.length }
    const hopeless = new Set(futile)
    for (const [index, found] of diagnostics.entries()) if (hopeless.has(found)) diagnostics[index] = withoutFix(found)
  }
  return undefined
}

/** In a cycle of documents, always the same one, wherever the cycle began. */
function firstOf<Fixed extends { source: string }>(rounds: readonly Fixed[]): Fixed {
  return rounds.reduce((first, round) =>
    round.source.length < first.source.length || (round.source.length === first.source.length && round.source < first.source)
      ? round
      : first,
  )
}

function withoutFixes(round: Round, options: FixOptions): FixResult {
  const diagnostics = round.diagnostics.map((found) => (isFixable(found, options) ? withoutFix(found) : found))
  return { ...round, diagnostics }
}
