/** Checks the promise of safe fixes: they never give docutils a new message, never change the words that a reader sees, and remove their
 * finding. The rules should ensure this themselves; this check catches their errors.
 */
import { splitLines } from '../rst/index.ts'
import { once, surplus } from '../text/index.ts'
import type { Diagnostic, Fix } from './diagnostic.ts'
import { type ChosenFix, chosenFixes, findingsAfterFixes, textAfterFixes, withoutFix } from './edits.ts'
import type { Document, ParserMessage } from './rule.ts'
import { wordsOf } from './words.ts'

/** The parts of the linter that the check needs. */
export interface Engine {
  read(source: string): Document
  /** The findings of some rules. */
  find(document: Document, rules: ReadonlySet<string>): Diagnostic[]
}

/** Limits for the characters to parse again, and for the number of checks: if many fixes are bad, the rest is not trusted. */
const mostCharacters = 1_000_000
const mostReadings = 64

/** The findings; only fixes that keep the promise stay safe. Other fixes become unsafe, and fixes that do not remove their finding are
 * dropped.
 */
export function checkFixes(document: Document, diagnostics: readonly Diagnostic[], engine: Engine): Diagnostic[] {
  const { source } = document
  const limits = reader(document, engine, Math.min(mostReadings, Math.max(1, Math.floor(mostCharacters / (source.length + 1)))))
  /** Fixes that failed, by their edits: several findings may share a fix. */
  const verdicts = new Map<string, 'unsafe' | 'futile'>()
  const check = (candidates: readonly Diagnostic[]): readonly Diagnostic[] => {
    for (;;) {
      const open = candidates.filter(({ fix }) => fix?.safe && !verdicts.has(keyOf(fix)))
      if (limits.isSpent()) {
        for (const { fix } of open) verdicts.set(keyOf(fix!), 'unsafe')
        return []
      }
      if (open.length === 0) return []
      const chosen = chosenFixes(source, open)
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
    const verdict = found.fix?.safe ? verdicts.get(keyOf(found.fix)) : undefined
    return verdict === undefined ? found : verdict === 'unsafe' ? unsafe(found) : withoutFix(found)
  })
}

function keyOf({ edits }: Fix): string {
  return edits.map(({ offset, endOffset, text }) => `${offset} ${endOffset} ${text}`).join('\0')
}

interface Reader {
  /** The document of a text; `undefined` beyond the limits. */
  read(source: string): Document | undefined
  /** Whether a text has the lines of the document after docutils has expanded tabs and removed white space at line ends. */
  isSameToDocutils(text: string): boolean
  /** Whether the limits are reached. */
  isSpent(): boolean
}

/** How many comparisons of lines cost as much as parsing. */
const comparisonsPerReading = 8

/** Parses texts up to the limits; the last result is kept. */
function reader(document: Document, engine: Engine, most: number): Reader {
  let left = most
  let last: Document | undefined
  const before = once(() => splitLines(document.source))
  return {
    read(source) {
      if (last?.source === source) return last
      if (left <= 0) return undefined
      left--
      last = engine.read(source)
      return last
    },
    isSameToDocutils(text) {
      left -= 1 / comparisonsPerReading
      const after = splitLines(text)
      return before().length === after.length && before().every((line, index) => line.text === after[index]!.text)
    },
    isSpent: () => left <= 0,
  }
}

/** The fixes that keep the promise together, and the others: a group that does not is split in halves, down to single fixes. */
function keepersOf(document: Document, chosen: readonly ChosenFix[], reader: Reader): [kept: ChosenFix[], rejected: ChosenFix[]] {
  const kept: ChosenFix[] = []
  const rejected: ChosenFix[] = []
  const queue: (readonly ChosenFix[])[] = [chosen]
  while (queue.length > 0) {
    const group = queue.shift()!
    if (reader.isSpent()) rejected.push(...group)
    else if (isHarmless(document, [...kept, ...group], reader)) kept.push(...group)
    else if (group.length === 1) rejected.push(group[0]!)
    else queue.unshift(group.slice(0, group.length >> 1), group.slice(group.length >> 1))
  }
  return [kept, rejected]
}

function isHarmless(document: Document, fixes: readonly ChosenFix[], { read, isSameToDocutils }: Reader): boolean {
  const text = textAfterFixes(document.source, fixes)
  if (isSameToDocutils(text)) return true
  const fixed = read(text)
  return fixed !== undefined && saysNoMore(document, fixed) && hasSameWords(document, fixed)
}

/** Whether docutils has no message about a document that it does not have about the other one. */
function saysNoMore(before: Document, after: Document): boolean {
  const keyOf = ({ level, message }: ParserMessage) => `${level} ${message}`
  return surplus(after.messages, keyOf, before.messages.map(keyOf)).length === 0
}

/** Whether the words are the same, except for repeated ones that were removed. */
function hasSameWords(before: Document, after: Document): boolean {
  const [old, fresh] = [wordsOf(before.tree, before.source), wordsOf(after.tree, after.source)]
  let at = 0
  for (const [index, word] of old.entries()) {
    if (word === fresh[at]) at++
    else if (word !== old[index - 1]) return false
  }
  return at === fresh.length
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
