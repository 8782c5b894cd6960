/** Checks the promise of safe fixes: they never give docutils a new message, never change the words that a reader sees, and remove their
 * finding. The rules should ensure this themselves; this check catches their errors.
 */
import { splitLines } from '../rst/index.ts'
import { appendAll, applyEdits, type Edit, surplus } from '../text/index.ts'
import type { Diagnostic, Fix } from './diagnostic.ts'
import { type ChosenFix, chosenFixes, findingsAfterFixes, textAfterFixes, withoutFix } from './edits.ts'
import type { Document, ParserMessage } from './rule.ts'
import { hasSameWords, passagesOf } from './words.ts'

/** The parts of the linter that the check needs. */
export interface Engine {
  read(source: string): Document
  /** The findings of some rules. */
  find(document: Document, rules: ReadonlySet<string>): Diagnostic[]
  /** Whether a text is too long to check. */
  isTooLong(source: string): boolean
}

/** Limits for the characters to parse again, twice what any document of the governance repository takes, and for the number of checks: if
 * many fixes are bad, the rest is not trusted.
 */
const mostCharacters = 400_000
const mostReadings = 64

/** The findings; only fixes that keep the promise stay safe. Other fixes become unsafe, and fixes that do not remove their finding are
 * dropped.
 */
export function checkFixes(document: Document, diagnostics: readonly Diagnostic[], engine: Engine): Diagnostic[] {
  const { source } = document
  const limits = reader(document, engine, Math.min(mostReadings, Math.max(1, Math.floor(mostCharacters / (source.length + 1)))))
  /** Fixes that failed, by their edits: several findings may share a fix. */
  const verdicts = new Map<string, 'unsafe' | 'futile'>()
  const verdictOf = (fix: Fix) => (verdicts.size === 0 ? undefined : verdicts.get(keyOf(fix)))
  const check = (candidates: readonly Diagnostic[]): readonly Diagnostic[] => {
    for (;;) {
      const open = candidates.filter(({ fix }) => fix?.safe && verdictOf(fix) === undefined)
      if (limits.isSpent()) {
        for (const { fix } of open) verdicts.set(keyOf(fix!), 'unsafe')
        return []
      }
      if (open.length === 0) return []
      const chosen = chosenFixes(source, open)
      // Nothing looks at a text that is too long, so these fixes are never applied together.
      if (engine.isTooLong(textAfterFixes(source, chosen))) {
        for (const { fix } of open) verdicts.set(keyOf(fix!), 'unsafe')
        return []
      }
      const [kept, rejected] = keepersOf(document, chosen, limits)
      for (const { diagnostic } of rejected) verdicts.set(keyOf(diagnostic.fix!), 'unsafe')
      const useless = futile(document, kept, engine, limits)
      for (const { fix } of useless) verdicts.set(keyOf(fix!), 'futile')
      // The fixes that are finally applied are checked together.
      if (rejected.length + useless.length === 0) {
        const applied = new Set(chosen.map(({ diagnostic }) => diagnostic))
        return open.filter((found) => !applied.has(found))
      }
    }
  }
  // Fixes that touch earlier ones are checked separately.
  const rest = check(diagnostics)
  if (rest.length > 0) check(rest)
  if (verdicts.size === 0) return [...diagnostics]
  return diagnostics.map((found) => {
    const verdict = found.fix?.safe ? verdictOf(found.fix) : undefined
    return verdict === undefined ? found : verdict === 'unsafe' ? unsafe(found) : withoutFix(found)
  })
}

function keyOf({ edits }: Fix): string {
  return edits.map(({ offset, endOffset, text }) => `${offset} ${endOffset} ${text}`).join('\0')
}

interface Reader {
  /** The document of a text; `undefined` beyond the limits. */
  read(source: string): Document | undefined
  /** Whether the lines stay the same after docutils has expanded tabs and removed white space at line ends. */
  isSameToDocutils(fixes: readonly ChosenFix[]): boolean
  /** Whether the limits are reached. */
  isSpent(): boolean
}

/** How many comparisons of lines cost as much as parsing. */
const comparisonsPerReading = 8

/** Parses texts up to the limits; the last result is kept. */
function reader(document: Document, engine: Engine, most: number): Reader {
  let left = most
  let latest: Document | undefined
  const { source } = document
  return {
    read(source) {
      if (latest?.source === source) return latest
      if (left <= 0) return undefined
      left--
      latest = engine.read(source)
      return latest
    },
    isSameToDocutils(fixes) {
      left -= 1 / comparisonsPerReading
      const edits = fixes.flatMap((fix) => fix.edits)
      if (!edits.every((edit) => isOfWhiteSpace(source, edit))) return false
      // The lines from the first edit to the last one, with the end of the line before them.
      const first = edits.reduce((least, { offset }) => Math.min(least, offset), source.length)
      const last = edits.reduce((most, { endOffset }) => Math.max(most, endOffset), 0)
      const from = Math.max(0, source.lastIndexOf('\n', first - 1))
      const end = source.indexOf('\n', last)
      const to = end < 0 ? source.length : end + 1
      const [before, after] = [splitLines(source.slice(from, to)), splitLines(applyEdits(source, edits, from, to))]
      return before.length === after.length && before.every((line, index) => line.text === after[index]!.text)
    },
    isSpent: () => left <= 0,
  }
}

/** Whether an edit changes only white space. */
function isOfWhiteSpace(source: string, { offset, endOffset, text }: Edit): boolean {
  return /^\s*$/.test(text) && /^\s*$/.test(source.slice(offset, endOffset))
}

/** The fixes that keep the promise together, and the others: a group that does not is split in halves, down to single fixes. */
function keepersOf(document: Document, chosen: readonly ChosenFix[], reader: Reader): [kept: ChosenFix[], rejected: ChosenFix[]] {
  const kept: ChosenFix[] = []
  const rejected: ChosenFix[] = []
  const queue: (readonly ChosenFix[])[] = [chosen]
  while (queue.length > 0) {
    const group = queue.shift()!
    if (reader.isSpent()) appendAll(rejected, group)
    else if (isHarmless(document, [...kept, ...group], reader)) appendAll(kept, group)
    else if (group.length === 1) rejected.push(group[0]!)
    else queue.unshift(group.slice(0, group.length >> 1), group.slice(group.length >> 1))
  }
  return [kept, rejected]
}

function isHarmless(document: Document, fixes: readonly ChosenFix[], { read, isSameToDocutils }: Reader): boolean {
  if (isSameToDocutils(fixes)) return true
  const fixed = read(textAfterFixes(document.source, fixes))
  return (
    fixed !== undefined && saysNoMore(document, fixed) && hasSameWords(document.remember(passagesOf), fixed.remember(passagesOf))
  )
}

/** Whether docutils has no message about a document that it does not have about the other one. */
function saysNoMore(before: Document, after: Document): boolean {
  const keyOf = ({ level, message }: ParserMessage) => `${level} ${message}`
  return surplus(after.messages, keyOf, before.messages.map(keyOf)).length === 0
}

/** The findings that remain after their fixes. */
function futile(document: Document, fixes: readonly ChosenFix[], engine: Engine, { read }: Reader): Diagnostic[] {
  if (fixes.length === 0) return []
  const rules = new Set(fixes.map(({ diagnostic }) => diagnostic.ruleId))
  const text = textAfterFixes(document.source, fixes)
  return findingsAfterFixes(fixes, engine.find(read(text) ?? engine.read(text), rules))
}

function unsafe(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, fix: { ...diagnostic.fix!, safe: false } }
}
